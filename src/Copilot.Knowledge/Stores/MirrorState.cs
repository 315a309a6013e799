namespace Copilot.Knowledge.Stores;

/// <summary>What an index outside the store must know before it is asked.</summary>
/// <param name="Name">The store's own name, made once: letters and digits.</param>
/// <param name="Pending">Whether passages changed that the index does not hold as they are.</param>
/// <param name="Spaces">The spaces, by id.</param>
internal sealed record MirrorState(string Name, bool Pending, IReadOnlyList<MirroredSpace> Spaces)
{
    /// <summary>Gets the space that questions are answered from, or null.</summary>
    public MirroredSpace? Active => Spaces.FirstOrDefault(s => s.Active);
}
