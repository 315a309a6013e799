namespace Copilot.Knowledge.Answering;

/// <summary>What sort of answer a question asks for.</summary>
internal enum AnswerKind
{
    /// <summary>Anything that is to the point.</summary>
    Open,

    /// <summary>A time: how long, when, by when, how often.</summary>
    Time,

    /// <summary>A moment or a condition: when.</summary>
    Moment,

    /// <summary>A number of something.</summary>
    Figure,

    /// <summary>A sum of money or a percentage: a penalty, a rebate, a charge.</summary>
    Rate,

    /// <summary>A role or a person.</summary>
    Person,

    /// <summary>Steps.</summary>
    Procedure,

    /// <summary>Whether something is allowed or owed.</summary>
    Permission,

    /// <summary>A speed.</summary>
    Speed,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A reason.</summary>
    Reason,
}
