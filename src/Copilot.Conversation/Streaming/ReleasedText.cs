using System.Text;
using Copilot.Contracts;

namespace Copilot.Conversation.Streaming;

/// <summary>What of a running turn's answer was shown. It only grows: nothing shown is taken back.</summary>
internal sealed class ReleasedText
{
    private readonly StringBuilder _text = new();
    private readonly List<(string Mark, Evidence Evidence)> _sources = [];

    /// <summary>Gets the markdown shown so far.</summary>
    public string Text => _text.ToString();

    /// <summary>Gets the sources shown so far, in the order of their marks.</summary>
    public IReadOnlyList<(string Mark, Evidence Evidence)> Sources => _sources;

    /// <summary>Gets a value indicating whether anything was shown.</summary>
    public bool HasAny => _text.Length > 0;

    /// <summary>Adds what was just shown.</summary>
    public void Add(string text, IEnumerable<(string Mark, Evidence Evidence)> sources)
    {
        _text.Append(text);
        _sources.AddRange(sources);
    }
}
