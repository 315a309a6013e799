namespace Copilot.Odoo.Exceptions;

/// <summary>One time a case came to an end. A case that came back and ended again has two.</summary>
/// <param name="Case">The case, as far as the person who asks may see it.</param>
/// <param name="Began">When it was found, UTC.</param>
/// <param name="Ended">When it was gone or called resolved, UTC.</param>
internal sealed record EndedCase(SeenCase Case, DateTimeOffset Began, DateTimeOffset Ended);
