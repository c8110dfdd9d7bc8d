import Testing

@testable import CoachJSONL

/// The expected digests were made with `printf '%s' '<array>' | sha256sum | cut -c1-32`.
@Suite struct IdentityTests {
  @Test func derivedIdsHashACompactArray() {
    // ["sess_1","int_1"]
    #expect(DerivedID.group.from("sess_1", "int_1") == "grp_6722f8ef24d01cfff703d4f749c8093a")
    // ["u_1","é\"\n"]
    #expect(DerivedID.interaction.from("u_1", "é\"\n") == "int_4430d527f15c7ccb3fdf9d30372f4b5e")
    // [null,"r"]
    #expect(DerivedID.session.from(nil, "r") == "sess_243a57d104779e9cb74139c151c363c7")
  }

  @Test func assessmentIds() {
    // ["u_1","sess_1","interaction",["int_9"],"focus_a","error",null,"builtin",null]
    #expect(
      Assessment.derivedID(
        userId: "u_1", sessionId: "sess_1", kind: .interaction, interactionIds: ["int_9"],
        groupId: nil, focusId: "focus_a", category: .error, rubricVersion: nil,
        provider: "builtin", modelId: nil) == "ass_1a6dbaf2d61a2aa6063e28e662c82b82")
    // ["u_1","sess_1","multi_turn","grp_1",null,"progress","v1",null,null]
    #expect(
      Assessment.derivedID(
        userId: "u_1", sessionId: "sess_1", kind: .multiTurn, interactionIds: ["a", "b"],
        groupId: "grp_1", focusId: nil, category: .progress, rubricVersion: "v1", provider: nil,
        modelId: nil) == "ass_c577ee8c501ace847e5f88b46c430871")
  }

  @Test func mintedIdsAreUUIDv7() {
    let mint = IDMint(clock: WallClock { 0x0123_4567_89AB }, random: { .max })
    #expect(mint.mint(.session) == "sess_01234567-89ab-7fff-bfff-ffffffffffff")
  }

  @Test func mintedIdsAreOrderedByTime() {
    let early = IDMint(clock: WallClock { 1_700_000_000_000 }).mint(.interaction)
    let late = IDMint(clock: WallClock { 1_700_000_000_001 }).mint(.interaction)
    #expect(early < late)
  }
}
