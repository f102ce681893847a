/// What every page has around its body.
enum PageFrame {
  /// By this a page says who has written it.
  static let generator = "<meta name=\"generator\" content=\"Overfit\">"

  private static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    + "form-action 'none'"

  /// A whole page.
  ///
  /// - Parameters:
  ///   - style: Its style sheet, of our own.
  ///   - body: Markup.
  static func page(title: String, style: String, body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(policy)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    \(generator)
    <title>\(Markup.escaped(title))</title>
    <style>
    \(style)</style>
    </head>
    <body>
    \(body)</body>
    </html>

    """
  }
}
