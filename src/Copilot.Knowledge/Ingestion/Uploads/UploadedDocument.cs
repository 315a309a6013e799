namespace Copilot.Knowledge;

/// <summary>A document that was uploaded.</summary>
/// <param name="Collection">Its collection.</param>
/// <param name="Id">Its id there.</param>
/// <param name="Title">Its title.</param>
/// <param name="Format">What it was read as.</param>
/// <param name="Pages">How many pages it has, or null for formats without pages.</param>
/// <param name="Language">Its language, an ISO 639-1 code.</param>
public sealed record UploadedDocument(string Collection, string Id, string Title, string Format, int? Pages, string Language);
