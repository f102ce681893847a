import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What another reader finds in an XML document.
final class XMLReading: NSObject, XMLParserDelegate {
  private(set) var isValid = false
  private(set) var texts: [String] = []
  private(set) var attributes: [String: String] = [:]
  private(set) var elements: Set<String> = []
  private var isInText = false

  init(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    isValid = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if elements.isEmpty { self.attributes = attributes }
    elements.insert(name)
    isInText = name == "text"
    if isInText { texts.append("") }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    isInText = false
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isInText { texts[texts.count - 1] += string }
  }
}
