namespace Copilot.Knowledge.Answering;

/// <summary>A sentence, list item or table row of a passage, readable on its own.</summary>
internal sealed record Statement
{
    /// <summary>Gets the words, without Markdown marks.</summary>
    public required string Text { get; init; }

    /// <summary>Gets the sentence that introduces it, for list items; else empty.</summary>
    public string Intro { get; init; } = string.Empty;

    /// <summary>Gets the number of its list or table in the passage, from 1; 0 for a sentence.</summary>
    public int Group { get; init; }

    /// <summary>Gets a value indicating whether it is a table row.</summary>
    public bool IsRow { get; init; }

    /// <summary>Gets what a table row is about: its first cell; else empty.</summary>
    public string Key { get; init; } = string.Empty;

    /// <summary>Gets the name of a table row's first column; else empty.</summary>
    public string KeyName { get; init; } = string.Empty;

    /// <summary>Gets the names of a table row's other columns.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Gets the number of its paragraph in the passage.</summary>
    public int Paragraph { get; init; }

    /// <summary>Gets the number of the clause it stands in, such as 7.2; empty when there is none.</summary>
    public string Clause { get; init; } = string.Empty;

    /// <summary>Gets a value indicating whether it opens its paragraph.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Gets the text for people: an item with its introduction, ended with a full stop.</summary>
    public string Spoken
    {
        get
        {
            var text = Intro.Length > 0 ? $"{Intro.TrimEnd(':', ' ')}: {Text}" : Text;
            text = text.TrimEnd(';', ',', ' ');
            return text.Length > 0 && text[^1] is '.' or '!' or '?' or ':' ? text : text + ".";
        }
    }
}
