namespace Copilot.Documents.Desk;

/// <summary>A page of the list, and how many there are.</summary>
/// <param name="Documents">The documents, those that wait for a person first, then the newest.</param>
/// <param name="Total">How many there are of the kind that was asked for.</param>
/// <param name="Counts">How many there are in each state.</param>
public sealed record DeskList(IReadOnlyList<DeskRow> Documents, int Total, IReadOnlyDictionary<DeskState, int> Counts);
