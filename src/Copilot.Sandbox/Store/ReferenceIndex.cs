using System.Runtime.CompilerServices;

namespace Copilot.Sandbox.Store;

/// <summary>Which records point to a record, for one many2one or many2many: the other direction of the relation.</summary>
internal sealed class ReferenceIndex
{
    private List<int>?[] pointing = [];

    public IReadOnlyList<int> Of(int target) => target >= 0 && target < pointing.Length ? pointing[target] ?? (IReadOnlyList<int>)[] : [];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(int target, int id)
    {
        if (target >= pointing.Length)
        {
            Array.Resize(ref pointing, Math.Max(target + 1, Math.Max(16, pointing.Length * 2)));
        }

        (pointing[target] ??= []).Add(id);
    }

    public void Remove(int target, int id)
    {
        if (target < pointing.Length && pointing[target] is { } ids)
        {
            ids.Remove(id);
        }
    }
}
