import CoachJSONL

/// The suite's record, not GRDB's class of that name.
typealias Record = CoachJSONL.Record

/// What is wrong with one of the suite's records, not with one of GRDB's.
typealias RecordError = CoachJSONL.RecordError

/// A column of a table for eyes, not one of GRDB's.
typealias Column = CoachJSONL.Column
