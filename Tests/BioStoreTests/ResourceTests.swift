import Testing

@testable import BioStore

@Test func schemaIsEmbedded() {
  #expect(Resource.text("schema.sql")?.isEmpty == false)
}
