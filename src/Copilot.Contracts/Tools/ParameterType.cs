namespace Copilot.Contracts;

/// <summary>The JSON type of a parameter.</summary>
public enum ParameterType
{
    /// <summary>A string.</summary>
    Text,

    /// <summary>An integer.</summary>
    WholeNumber,

    /// <summary>A number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A day: a string, ISO 8601.</summary>
    Date,

    /// <summary>An array of strings.</summary>
    TextList,
}
