using System.Collections.Concurrent;

namespace Copilot.Host.Start;

/// <summary>Says whether questions can be answered, part by part.</summary>
internal sealed class Readiness
{
    private readonly ConcurrentDictionary<string, PartState> _parts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Func<PartState>> _looks = new(StringComparer.Ordinal);
    private volatile bool _started;

    /// <summary>Gets a value indicating whether the start is over and nothing that questions need is down.</summary>
    public bool IsReady => HasStarted && _parts.Values.All(part => part.Ok);

    /// <summary>Gets a value indicating whether the start is over.</summary>
    public bool HasStarted => _started;

    /// <summary>Gets the state of each part, by name.</summary>
    public IReadOnlyDictionary<string, PartState> Parts => new SortedDictionary<string, PartState>(
        _parts.Concat(_looks.Select(look => KeyValuePair.Create(look.Key, look.Value()))).ToDictionary(part => part.Key, part => part.Value, StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>Notes the state of a part.</summary>
    /// <param name="part">The part: <c>store</c>, <c>erp</c>, <c>knowledge</c>.</param>
    /// <param name="ok">Whether it works.</param>
    /// <param name="text">More, for people; nothing secret, since nobody has to sign in to read it.</param>
    public void Note(string part, bool ok, string text) => _parts[part] = new PartState(ok, text);

    /// <summary>Shows a part that questions can be answered without; it is looked at whenever somebody asks.</summary>
    /// <param name="part">The part: <c>models</c>. Not one that is noted.</param>
    /// <param name="look">Looks at it; quick, and never asks another machine.</param>
    public void Show(string part, Func<PartState> look) => _looks[part] = look;

    /// <summary>Ends the start.</summary>
    public void Started() => _started = true;
}
