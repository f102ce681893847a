/// Why a call could not be carried out: one line on standard error, and status 1.
struct Complaint: Error, Equatable {
  var message: String
}
