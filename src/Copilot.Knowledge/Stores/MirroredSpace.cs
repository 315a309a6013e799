namespace Copilot.Knowledge.Stores;

/// <summary>An embedding space without its model.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Dimension">How many numbers a vector has.</param>
/// <param name="Active">Whether questions are answered from it.</param>
internal sealed record MirroredSpace(string Id, int Dimension, bool Active);
