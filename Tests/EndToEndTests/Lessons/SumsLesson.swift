/// A lesson that is walked at once.
enum SumsLesson {
  static let text = """
    ---
    title: Sums
    minutes: 3
    ---
    # Sums

    Numbers can be *added*.

    ## Small

    ```overfit
    > let a = 2
    > print a + 1
    3
    ```

    ## Large

    Your turn: make it large.

    ```exercise large
    check a > 10
    check a < 100
    hint Choose a number between ten and a hundred, and give it to the name by `let`; any of them will do, for both checks hold.
    solution
    > let a = 50
    > print a
    ```

    Well done.

    ```overfit
    > print a
    50
    ```
    """
}
