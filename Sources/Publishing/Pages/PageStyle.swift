/// The style sheet of pages: light, dark, and on paper.
enum PageStyle {
  /// - Parameter films: How many frames the films of the page have.
  static func text(films: Set<Int>) -> String {
    let colors = PictureColors.self
    return base + colors.rules(\.light) + "@media (prefers-color-scheme: dark) {\n" + dark
      + colors.rules(\.dark) + "}\n" + paper(colors.rules(\.light))
      + films.sorted().map(FilmStyle.text).joined()
  }

  private static let base = """
    :root { --page: #fdfdfb; --panel: #f4f4f0; --ink: #1c1d20; --soft: #5a5c63; --line: #dcdcd5;
      --accent: #0b5a8f; --verb: #0b5a8f; --option: #7a3e00; --number: #0a6b4d; --text: #8a2f63;
      --wrong: #a3210f; --picture: #ffffff; }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1rem 4rem; background: var(--page);
      color: var(--ink); font: 1.0625rem/1.6 Charter, "Bitstream Charter", "Sitka Text", Cambria,
      "Noto Serif", "DejaVu Serif", serif; overflow-wrap: break-word; }
    h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2.2em 0 .6em; font-weight: 600;
      text-wrap: balance; }
    h1 { font-size: 2rem; margin: 1rem 0 .4rem; }
    h2 { font-size: 1.4rem; }
    h3 { font-size: 1.15rem; }
    h4, h5, h6 { font-size: 1rem; }
    p, ul, ol, blockquote, table, pre, figure { margin: 0 0 1em; }
    ul, ol { padding-left: 1.6em; }
    li { margin: .15em 0; }
    a { color: var(--accent); text-underline-offset: .15em; }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
    blockquote { border-left: 3px solid var(--line); padding-left: 1em; color: var(--soft); }
    hr { border: 0; border-top: 1px solid var(--line); margin: 2.5em 0; }
    code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono",
      "Liberation Mono", monospace; font-variant-ligatures: none; }
    code { font-size: .85em; }
    pre { font-size: .8rem; line-height: 1.4; overflow-x: auto; padding: .1rem 0; tab-size: 4; }
    pre code { font-size: inherit; }
    main > pre { background: var(--panel); border-radius: 4px; padding: .7rem .9rem; }
    .facts { color: var(--soft); font-size: .9rem; margin-bottom: 2.2rem; }
    .scroll { overflow-x: auto; }
    table { border-collapse: collapse; font-size: .92rem; line-height: 1.45; }
    th, td { text-align: left; vertical-align: top; padding: .35rem .9rem .35rem 0;
      border-bottom: 1px solid var(--line); }
    th { font-weight: 600; }
    .right { text-align: right; }
    .middle { text-align: center; }
    .cells { background: var(--panel); border-left: 3px solid var(--line);
      border-radius: 0 4px 4px 0; padding: .7rem .9rem; margin: 0 0 1.3em; }
    .cells > :last-child { margin-bottom: 0; }
    .input { margin: .7rem 0 .15rem; font-weight: 500; white-space: pre; }
    .cells > .input:first-child { margin-top: 0; }
    .input::before { content: "> "; color: var(--soft); user-select: none; }
    .output { margin: 0 0 .2rem; color: var(--ink); }
    .error { color: var(--wrong); }
    .verb { color: var(--verb); font-weight: 600; }
    .option { color: var(--option); }
    .number { color: var(--number); }
    .text { color: var(--text); }
    .note { color: var(--soft); }
    .picture { margin: .6rem 0; background: var(--picture); border-radius: 4px; }
    .image { background: #fff; }
    .picture svg { display: block; width: 100%; min-width: 30rem; height: auto; }
    .step { border: 1px solid var(--line); border-radius: 6px; padding: .9rem 1.1rem;
      margin: 0 0 1.4em; }
    .step > :last-child { margin-bottom: 0; }
    .kind { font-size: .8rem; letter-spacing: .06em; text-transform: uppercase; color: var(--soft);
      margin-bottom: .4rem; }
    .said { margin: 0 0 .7em; }
    details { border-top: 1px solid var(--line); padding: .5rem 0; }
    summary { cursor: pointer; }
    details[open] > summary { margin-bottom: .5rem; }
    details > :last-child { margin-bottom: .3rem; }
    nav { display: flex; flex-wrap: wrap; gap: .4rem 1.4rem; justify-content: space-between;
      font-size: .9rem; padding: .4rem 0; }
    main + nav { border-top: 1px solid var(--line); margin-top: 3rem; padding-top: 1rem; }
    .contents > li { margin: .7rem 0; }
    .contents p { margin: 0; font-size: .9rem; color: var(--soft); }
    .hold { display: none; padding: .4rem .7rem; font-size: .85rem; }

    """

  private static let dark = """
    :root { --page: #15171b; --panel: #1c1f24; --ink: #e4e5e8; --soft: #a7abb3; --line: #363a42;
      --accent: #84c5f4; --verb: #84c5f4; --option: #efb36f; --number: #6fd3ad; --text: #efa3cb;
      --wrong: #ff9d8c; --picture: #15171b; }

    """

  private static func paper(_ colors: String) -> String {
    """
    @media print {
    :root { --page: #fff; --panel: #fff; --ink: #000; --soft: #444; --line: #bbb; --accent: #000;
      --verb: #000; --option: #000; --number: #000; --text: #000; --wrong: #000; --picture: #fff; }
    body { max-width: none; padding: 0; font-size: 10.5pt; }
    pre { font-size: 8pt; white-space: pre-wrap; overflow: visible; }
    .scroll { overflow: visible; }
    .picture svg { min-width: 0; max-width: 13cm; }
    nav, .film { display: none; }
    h1, h2, h3, summary, .kind { break-after: avoid; }
    figure, .step, tr { break-inside: avoid; }
    a { text-decoration: none; }
    \(colors)}

    """
  }
}
