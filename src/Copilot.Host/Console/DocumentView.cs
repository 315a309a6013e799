using Copilot.Knowledge;

namespace Copilot.Host.Console;

/// <summary>A document with a page of its passages.</summary>
/// <param name="Document">The document.</param>
/// <param name="Passages">The passages.</param>
internal sealed record DocumentView(CatalogDocument Document, CatalogPage<CatalogPassage> Passages);
