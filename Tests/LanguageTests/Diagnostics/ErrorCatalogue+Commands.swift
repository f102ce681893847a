enum ErrorCatalogue {
  /// Wrong commands, arguments, numbers and texts.
  static let commands = #"""
    > 12
      ^^ expected a command, found "12"
      to see the value of a formula: print 12
    > 1 + 2
      ^ expected a command, found "1"
      to see the value of a formula: print 1 + 2
    > (1 + 2)
      ^ expected a command, found "("
      to see the value of a formula: print (1 + 2)
    > x = 3
      ^^^ expected a command, found a name with "="
      a name gets its value with let: let x = 3
    > x=
      ^^ expected a command, found a name with "="
      a name gets its value with let: let x = 3
    > error(test)
      ^^^^^^^^^^^ expected a command, found a formula
      to see its value: print error(test)
    > lambda * 2
      ^^^^^^^^^^ expected a command, found a formula
      to see its value: print lambda * 2
    > lambda - 1
      ^^^^^^^^^^ expected a command, found a formula
      to see its value: print lambda - 1
    > > train epochs=5
      ^ expected a command, found ">"
      the "> " before the commands of a transcript is not typed
    > [4] add dense 8
      ^ expected a command, found "["
      the [4] of the prompt is not typed
    > )
      ^ ")" closes nothing: no "(" is open
    > train rate=
                 ^ expected a value after "rate=", found the end of the line
    > train rate= # later
                 ^ expected a value after "rate=", found the end of the line
    > train =5
      ^^^^^^^ expected a command, found a name with "="
      a name gets its value with let: let train = 5
    > train rate=1=2
                  ^ expected a word, a value or an option, found "="
    > train rate=1/10
                 ^^^^ a formula in an argument stands in parentheses
                 rate=(1/10)
    > train rate=0.1 * 2
                 ^^^^^^^ a formula in an argument stands in parentheses
                 rate=(0.1 * 2)
    > train l2=0,1/2
                 ^^^ a formula in an argument stands in parentheses
                 (1/2)
    > train 10-5
            ^^^^ a formula in an argument stands in parentheses
            (10-5)
    > train a - b
            ^^^^^ a formula in an argument stands in parentheses
            (a - b)
    > train 2024/05
            ^^^^^^^ a formula in an argument stands in parentheses
            (2024/05)
    > train 1..n-1
            ^^^^^^ a formula in an argument stands in parentheses
            (1..n-1)
    > train 2*m
            ^^^ a formula in an argument stands in parentheses
            (2*m)
    > train batch=32, epochs=5
                    ^ expected a value after the comma, found the option "epochs"
                    options are separated by spaces alone
    > train batch=32,epochs=5
                    ^ expected a value after the comma, found the option "epochs"
                    options are separated by spaces alone
    > train l2=0,
                 ^ expected a value after the comma, found the end of the line
    > train l2=,1
               ^ expected a value after "l2=", found ","
    > train 1, 2
             ^ expected a space before the next value, found ","
             values are separated by spaces alone; commas are for an option's:
             l2=0,0.01
    > train epochs=1,000
                   ^^^^^ a comma separates values and does not group digits
                   the number alone: 1000
    > train epochs=10,000,000
                   ^^^^^^^^^^ a comma separates values and does not group digits
                   the number alone: 10000000
    > train "abc
            ^^^^ this text has no closing quote
    > train "a\nb"
             ^^ a backslash in a text stands before a quote or a backslash
             a backslash itself is written \\
    > train "abc"x
                 ^ expected a space before "x"
    > train 12abc
            ^^^^^ "12abc" is not a number
            numbers: 12, 0.5, 1e-3, 60_000, 12%
    > train 1.2.3
            ^^^^^ "1.2.3" is not a number
            numbers: 12, 0.5, 1e-3, 60_000, 12%
    > train 1e
            ^^ "1e" is not a number
            numbers: 12, 0.5, 1e-3, 60_000, 12%
    > train 60_
            ^^^ "60_" is not a number
            numbers: 12, 0.5, 1e-3, 60_000, 12%
    > train 3x
            ^^ "3x" is not a number
            numbers: 12, 0.5, 1e-3, 60_000, 12%
    > train 1e999
            ^^^^^ "1e999" is too large
    > train 1e-999
            ^^^^^^ "1e-999" is too close to 0
    > train 99999999999999999999x3
            ^^^^^^^^^^^^^^^^^^^^^^ "99999999999999999999x3" is too large
    > train $x
            ^ unknown sign "$"
    > train größe
            ^^^^^ "größe" is not a word: words have the letters a to z, digits and _
            other texts stand in double quotes: "a text"
    > train _x
            ^^ "_x" is not a word: words have the letters a to z, digits and _
            other texts stand in double quotes: "a text"
    > train rate=‘a’
                 ^ unknown sign "‘"
                 a text stands in double quotes: "a text"
    > train rate=“a”
                 ^ unknown sign "“"
                 a text stands in double quotes: "a text"
    > train rate=−1
                 ^ unknown sign "−"
                 minus is written -
    > train 5 %
              ^ unknown sign "%"
              a percentage has no space before its sign: 12%
    > train 1...3
             ^^^ unknown sign "..."
             a range has two dots: 1..10
    > train "a".."b"
            ^^^ a range goes from a number to a number
            for example: 1..10
    > train 3x3..5
            ^^^ a range goes from a number to a number
            for example: 1..10
    > train ..5
            ^^ expected a word, a value or an option, found ".."
    > train 1..
               ^ expected a value after "..", found the end of the line
    > train 1..3 by
                   ^ expected a step after "by", found the end of the line
    > train early(patience=)
                           ^ expected a value after "=", found ")"
    > train early(patience 10)
                           ^^ expected ")" to close the "(", found "10"
                           an option and its value are joined by =: patience=10
    > train early(,)
                  ^ expected a value after "(", found ","
    > train weights(1)]
                      ^ "]" closes nothing: no "[" is open

    """#
}
