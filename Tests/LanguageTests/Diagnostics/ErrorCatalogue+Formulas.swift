extension ErrorCatalogue {
  /// Wrong formulas, names, loops and edits.
  static let formulasAndBlocks = #"""
    > print (1 + 2] * 3
                  ^ expected ")" to close the "(", found "]"
    > print [1 2]
               ^ expected "]" to close the "[", found "2"
               commas stand between the values in brackets: [1, 2]
    > print [1, 2;]
                  ^ expected a value after ";", found "]"
    > print []
             ^ expected a value after "[", found "]"
    > print 2 x
              ^ expected an operator or the end of the line, found "x"
              a product is written with *
    > print 2(3)
             ^ expected an operator or the end of the line, found "("
             a product is written with *
    > print a = 3
              ^ expected an operator or the end of the line, found "="
              to compare two values write ==
    > print a, b
             ^ expected an operator or the end of the line, found ","
             several values stand in brackets: print [a, b]
    > print 0 < x < 1
                  ^ a comparison has two sides, found a third one
                  compare twice: 0 < x and x < 1
    > print a < b == c
                  ^^ a comparison has two sides, found a third one
                  compare twice: a < b and b == c
    > print a + not b
                ^^^ "not" behind an operator stands in parentheses
    > print 1 +
               ^ expected a value after "+", found the end of the line
    > print * 3
            ^ expected a value after "print", found "*"
    > print a && b
              ^^ unknown sign "&&"
              conditions are joined by the words and, or
    > print a ** 2
              ^^ unknown sign "**"
              a power is written with ^: 2^3
    > print !a
            ^ unknown sign "!"
            the opposite of a condition is written with the word not
    > print a ≤ b
              ^ unknown sign "≤"
              at most is written <=
    > print 3 × 4
              ^ unknown sign "×"
              a product is written with *
    > print a b
              ^ expected an operator or the end of the line, found "b"
    > print and
            ^^^ expected a value after "print", found "and"
    > print wine.csv
                ^ unknown sign "."
                in a formula the name of a file stands in quotes: "wine.csv"
    > check error(validation) < 10 %
                                   ^ unknown sign "%"
                                   a percentage has no space before its sign: 12%
    > check accuracy =< 3
                     ^^ unknown sign "=<"
                     at most is written <=
    > let
         ^ expected a name after "let", found the end of the line
         for example: let rate = 0.1
    > let 3 = x
          ^ expected a name after "let", found "3"
          for example: let rate = 0.1
    > let x
           ^ expected "=" after "let x", found the end of the line
    > let x 3
            ^ expected "=" after "let x", found "3"
    > let x == 3
            ^^ expected "=" after "let x", found "=="
    > let x =
             ^ expected a value after "=", found the end of the line
    > let x = 1 2
                ^ expected an operator or the end of the line, found "2"
    > let and = 3
          ^^^ "and" is a word of the language and can't be a name
    > let f(x) = 3
           ^ expected "=" after "let f", found "("
    > for
         ^ expected a name after "for", found the end of the line
         for example: for width in 1, 2, 4
    > for 3 in 1, 2
          ^ expected a name after "for", found "3"
          for example: for width in 1, 2, 4
    > for x
           ^ expected "in" after "for x", found the end of the line
           for example: for width in 1, 2, 4
    > for x of 1, 2
            ^^ expected "in" after "for x", found "of"
            for example: for width in 1, 2, 4
    > for x in
              ^ expected a value after "in", found the end of the line
    > for x in 1 2 3
                 ^ expected a comma or the end of the line, found "2"
                 values: for x in 1, 2, 4
                 the commands of a loop stand on lines of their own
    > for x in 1, 2 train
                    ^^^^^ expected a comma or the end of the line, found "train"
                    values: for x in 1, 2, 4
                    the commands of a loop stand on lines of their own
    > for x in 1,
                 ^ expected a value after the comma, found the end of the line
    > for and in 1, 2
          ^^^ "and" is a word of the language and can't be a name
    > end
      ^^^ "end" closes nothing: no loop is open
    > end x
          ^ expected the end of the line after "end", found "x"
    > edit
          ^ expected the number of a cell after "edit", found the end of the line
          for example: edit 5
    > edit x
           ^ expected the number of a cell after "edit", found "x"
           for example: edit 5
    > edit 1.5
           ^^^ expected the number of a cell after "edit", found "1.5"
           for example: edit 5
    > edit -1
           ^ expected the number of a cell after "edit", found "-"
           for example: edit 5
    > edit 5 edit 6
             ^^^^ expected a command for the cell, found "edit"
    > edit 5 rate=
             ^^^^^ expected a command, found a name with "="
             a name gets its value with let: let rate = 3
    > edit 5 end
             ^^^ "end" closes nothing: no loop is open
    > edit 5"prose"
            ^^^^^^^ expected a space before "prose"
    > train \ epochs
            ^ unknown sign "\"
            "\" stands at the end of a line that goes on in the next one
    > a:b
       ^ unknown sign ":"
       an option and its value are joined by =: rate=0.1
    > train epochs:5
                  ^ unknown sign ":"
                  an option and its value are joined by =: rate=0.1
    > train {3}
            ^ unknown sign "{"
            brackets are ( ) and [ ]
    > train a|b
             ^ unknown sign "|"
             conditions are joined by the words and, or
    > train a ; b
              ^ expected a word, a value or an option, found ";"
    > for x in 1, 2
    .   trane $
    . end
        trane $
              ^ unknown sign "$"
    > print (1 + 2
    . train epochs=5
      train epochs=5
      ^^^^^ expected ")" to close the "(" 1 line above, found "train"
    > for x in 1, 2
    . end
    . end
      end
      ^^^ "end" closes nothing: no loop is open
    """#
}
