namespace Copilot.Contracts;

/// <summary>
/// Something that <c>copilot migrate</c> moves beside the store's tables, such as the knowledge. Registered once by the room that owns it. The verb puts
/// the house together twice, on the old store and on the new one, and hands the part of the new house to the part of the old one.
/// </summary>
public interface IMigratedPart
{
    /// <summary>Gets what moves, one word: <c>knowledge</c>. The same in both houses.</summary>
    string Name { get; }

    /// <summary>Moves everything and verifies it. A second run after an interruption goes on where the first one was.</summary>
    /// <param name="target">The part of the same name in the new house.</param>
    /// <param name="progress">Told what is done.</param>
    /// <param name="cancellationToken">Interrupts between two batches.</param>
    /// <returns>What moved, one row a table or collection.</returns>
    /// <exception cref="CopilotException">The target holds other data, or what arrived is not what was sent.</exception>
    Task<IReadOnlyList<MovedRows>> MoveAsync(IMigratedPart target, IProgress<MoveProgress> progress, CancellationToken cancellationToken);
}
