/// The house that stands behind the front door.
typealias CurrentHouse = Rehearsal
