internal import CCurl

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// One request for one file, written into a ``PartialFile`` behind what is in it.
final class Transfer {
  enum Arrival {
    /// The server sent all that was asked for.
    case complete
    /// The server says that nothing is left behind the bytes that are here (status 416).
    case nothingLeft
    /// The server sends on to another address.
    case sentOn(String)
  }

  /// The milliseconds after which it is asked again whether to go on, at most.
  private static let pause: Int32 = 20

  private let limits: TransferLimits
  private let file: PartialFile
  private let progress: (FetchProgress) -> Void
  private let isInterrupted: () -> Bool
  private var curl: curl_library
  private let handle: UnsafeMutableRawPointer
  /// Where in the file the bytes of this request begin.
  private var offset: Int64
  private var hasBegun = false
  private var diskProblem: String?
  private var isTooLong = false

  init(
    limits: TransferLimits, file: PartialFile,
    progress: @escaping (FetchProgress) -> Void, isInterrupted: @escaping () -> Bool
  ) throws(FetchError) {
    var library = curl_library()
    guard curl_library_open(&library) != 0, let handle = library.`init`() else {
      throw .noLibrary
    }
    curl = library
    self.handle = handle
    self.limits = limits
    self.file = file
    self.progress = progress
    self.isInterrupted = isInterrupted
    offset = file.size
  }

  deinit {
    curl.cleanup(handle)
  }

  /// Asks for the file, or for what is missing of it.
  func perform(_ url: String) throws(FetchError) -> Arrival {
    setOptions(url)
    let this = Unmanaged.passUnretained(self).toOpaque()
    let code = curl_transfer(
      &curl, handle, Transfer.pause, { $0.map { Transfer.at($0).isInterrupted() } == true ? 1 : 0 },
      this)
    let status = Int(curl_response_code(&curl, handle))
    switch code {
    case CURLE_OK where isRedirect:
      return .sentOn(curl_redirect_url(&curl, handle).map { String(cString: $0) } ?? "")
    case CURLE_OK:
      return .complete
    case CURLE_HTTP_RETURNED_ERROR:
      if status == 416, offset > 0 { return .nothingLeft }
      throw .refused(file: file.name, status: status)
    default:
      throw problem(code)
    }
  }

  private func setOptions(_ url: String) {
    set(CURLOPT_URL, url)
    set(CURLOPT_PROTOCOLS_STR, "http,https")
    set(CURLOPT_USERAGENT, "overfit")
    set(CURLOPT_FOLLOWLOCATION, 0)
    set(CURLOPT_FAILONERROR, 1)
    set(CURLOPT_NOSIGNAL, 1)
    if let file = Certificates.file { set(CURLOPT_CAINFO, file) }
    // Who calls the transfer off does not wait for a name that is still being looked up.
    set(CURLOPT_QUICK_EXIT, 1)
    set(CURLOPT_CONNECTTIMEOUT, limits.connectSeconds)
    set(CURLOPT_LOW_SPEED_LIMIT, 1)
    set(CURLOPT_LOW_SPEED_TIME, limits.silentSeconds)
    // CURLOPT_RESUME_FROM would make an error of a server that sends the whole file instead.
    if offset > 0 { set(CURLOPT_RANGE, "\(offset)-") }

    let this = Unmanaged.passUnretained(self).toOpaque()
    curl_set_pointer(&curl, handle, CURLOPT_WRITEDATA, this)
    curl_set_writer(&curl, handle) { bytes, size, count, this in
      guard let bytes, let this else { return 0 }
      return Transfer.at(this).receive(UnsafeRawBufferPointer(start: bytes, count: size * count))
    }
    set(CURLOPT_NOPROGRESS, 0)
    curl_set_pointer(&curl, handle, CURLOPT_XFERINFODATA, this)
    curl_set_watcher(&curl, handle) { this, total, received, _, _ in
      guard let this else { return 0 }
      return Transfer.at(this).watch(received: Int64(received), total: Int64(total))
    }
  }

  private func set(_ option: CURLoption, _ value: Int) {
    curl_set_long(&curl, handle, option, value)
  }

  private func set(_ option: CURLoption, _ value: String) {
    curl_set_text(&curl, handle, option, value)
  }

  private static func at(_ pointer: UnsafeMutableRawPointer) -> Transfer {
    Unmanaged<Transfer>.fromOpaque(pointer).takeUnretainedValue()
  }

  /// The bytes taken; fewer than were given make the library stop.
  private func receive(_ bytes: UnsafeRawBufferPointer) -> Int {
    // The page that says where the file is.
    if isRedirect { return bytes.count }
    if !hasBegun {
      hasBegun = true
      if offset > 0, curl_response_code(&curl, handle) != 206 {
        file.clear()
        offset = 0
      }
    }
    guard file.size + Int64(bytes.count) <= file.wholeSize else {
      isTooLong = true
      return 0
    }
    if file.append(bytes) { return bytes.count }
    diskProblem = FilePath.reason(errno)
    return 0
  }

  private var isRedirect: Bool { (300..<400).contains(curl_response_code(&curl, handle)) }

  /// Other than zero makes the library stop.
  private func watch(received: Int64, total: Int64) -> Int32 {
    if hasBegun, offset + total > file.wholeSize {
      isTooLong = true
      return 1
    }
    if received > 0, hasBegun {
      progress(
        FetchProgress(received: file.size, total: total > 0 ? offset + total : nil))
    }
    return isInterrupted() ? 1 : 0
  }

  private func problem(_ code: CURLcode) -> FetchError {
    switch code {
    case CURLE_ABORTED_BY_CALLBACK where isTooLong, CURLE_WRITE_ERROR where isTooLong:
      .tooLong(file: file.name, size: file.wholeSize)
    case CURLE_ABORTED_BY_CALLBACK:
      .interrupted(file: file.name, received: file.size)
    case CURLE_WRITE_ERROR:
      .disk(file: file.name, reason: diskProblem ?? "no room")
    case CURLE_OPERATION_TIMEDOUT where hasBegun:
      .stalled(file: file.name, seconds: limits.silentSeconds)
    case CURLE_UNSUPPORTED_PROTOCOL, CURLE_URL_MALFORMAT:
      .badAddress(file.name)
    case CURLE_SSL_CACERT_BADFILE:
      .unreachable(file: file.name, reason: Certificates.areMissing)
    case _ where hasBegun:
      .cutOff(file: file.name, received: file.size)
    default:
      .unreachable(
        file: file.name, reason: curl.strerror(code).map { String(cString: $0) } ?? "no connection")
    }
  }
}
