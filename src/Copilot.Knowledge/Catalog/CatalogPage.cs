namespace Copilot.Knowledge;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Total">How many there are in all.</param>
/// <param name="Items">Those of this page.</param>
public sealed record CatalogPage<T>(int Total, IReadOnlyList<T> Items);
