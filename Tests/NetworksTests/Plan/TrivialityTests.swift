import TensorEngine
import Testing

@testable import Networks

/// A step copies these values around. All of them are plain bytes, so no copy can allocate or
/// retain; a class, an array, a closure or an existential in one of them fails here.
@Suite("What a step handles")
struct TrivialityTests {
  @Test("is plain bytes")
  func plainBytes() {
    #expect(_isPOD(PlacedOperation.self))
    #expect(_isPOD(Region.self))
    #expect(_isPOD(PlanContext.self))
    #expect(_isPOD(GatherOperation.self))
    #expect(_isPOD(OutputHead.self))
    #expect(_isPOD(PenaltyTerm.self))
    #expect(_isPOD(UpdateOperation.self))
    #expect(_isPOD(PreparedUpdate.self))
    #expect(_isPOD(BatchMeasure.self))
    #expect(!_isPOD(PlanLayout.self), "arrays are told apart from plain bytes")
  }
}
