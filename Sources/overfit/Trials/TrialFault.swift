/// Why a trial did not come to its end, with the status that says so.
struct TrialFault: Error {
  let text: String
  let status: ExitStatus

  init(_ text: String, _ status: ExitStatus) {
    (self.text, self.status) = (text, status)
  }
}
