using Copilot.Contracts;

namespace Copilot.Odoo.Exceptions;

/// <summary>A kind of trouble that is watched for.</summary>
/// <param name="Name">Its name in the API and the store: <c>late_receipt</c>. Never changed, never used again.</param>
/// <param name="Title">What a case of it is headed with: "Late receipt".</param>
/// <param name="Meaning">When something counts as one, in a sentence.</param>
/// <param name="OwnerRole">The role that has to deal with it.</param>
/// <param name="Weight">How grave it is beside the others, 0 to 1; a factor of the score.</param>
internal sealed record ExceptionKind(string Name, string Title, string Meaning, string OwnerRole, double Weight)
{
    /// <summary>Further roles that are told of it.</summary>
    public IReadOnlyList<string> AlsoFor { get; init; } = [];

    /// <summary>The kinds of data it speaks of; a person whose role may not see one of them is not shown it.</summary>
    public required IReadOnlyList<DataClass> Touches { get; init; }

    /// <summary>The models a person must be able to read to be shown it, beside the records themselves.</summary>
    public required IReadOnlyList<string> Needs { get; init; }

    /// <summary>The models whose changes make it be looked for again.</summary>
    public required IReadOnlyList<string> Watches { get; init; }

    /// <summary>Whether its words speak of cost or margin, so that only those who may see cost are shown it.</summary>
    public bool TellsCost { get; init; }

    /// <summary>Whether a role is told of it.</summary>
    public bool Concerns(Caller caller) => caller.Roles.Contains(OwnerRole) || caller.Roles.Any(AlsoFor.Contains) || caller.Roles.Contains(RoleNames.OperationsManager);
}
