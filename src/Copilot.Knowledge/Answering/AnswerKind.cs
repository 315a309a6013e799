namespace Copilot.Knowledge.Answering;

/// <summary>What sort of answer a question asks for.</summary>
internal enum AnswerKind
{
    /// <summary>Anything that is to the point.</summary>
    Open,

    /// <summary>A time: how long, when, by when, how often.</summary>
    Time,

    /// <summary>A number, a percentage or a sum.</summary>
    Figure,

    /// <summary>A role or a person.</summary>
    Person,

    /// <summary>Steps.</summary>
    Procedure,

    /// <summary>Whether something is allowed or owed.</summary>
    Permission,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A reason.</summary>
    Reason,
}
