namespace Copilot.Contracts;

/// <summary>What a proof of delivery says of a delivery. Remarks by hand are not read: nothing is said about them.</summary>
/// <param name="Shipment">The delivery.</param>
/// <param name="Lines">Its goods.</param>
/// <param name="HasGoods">Whether the paper lists goods at all; without them nothing can be said about quantities.</param>
public sealed record DeliveryProof(Shipment Shipment, IReadOnlyList<ProvenLine> Lines, bool HasGoods)
{
    /// <summary>Gets a value indicating whether it is signed; null when that can't be seen on it.</summary>
    public bool? IsSigned { get; init; }

    /// <summary>Gets a value indicating whether a stamp stands where the signature belongs, and nothing that looks written by hand.</summary>
    public bool IsOnlyStamped { get; init; }

    /// <summary>Gets a value indicating whether everything arrived, none of it noted as damaged or refused.</summary>
    public bool IsWhole => HasGoods && Lines.All(l => l is { Missing: 0, IsDamaged: false });
}
