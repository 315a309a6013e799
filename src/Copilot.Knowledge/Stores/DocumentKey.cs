namespace Copilot.Knowledge.Stores;

/// <summary>Names a document.</summary>
/// <param name="Collection">Its collection.</param>
/// <param name="Id">Its id, unique there.</param>
internal readonly record struct DocumentKey(string Collection, string Id);
