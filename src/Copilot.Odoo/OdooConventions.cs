namespace Copilot.Odoo;

/// <summary>
/// How this distributor marks things that Odoo has no field for. Names are compared without regard to case; a name that does not
/// exist in the database simply never matches, so a wrong one hides the cause it stands for.
/// </summary>
public sealed class OdooConventions
{
    /// <summary>Gets or sets the sales order tag of orders held for credit. Default <c>Credit hold</c>.</summary>
    public string CreditHoldTag { get; set; } = "Credit hold";

    /// <summary>Gets or sets the activity type on a transfer whose pick failed. Default <c>Pick exception</c>.</summary>
    public string PickExceptionActivity { get; set; } = "Pick exception";

    /// <summary>Gets or sets the activity type on a transfer or order that lacks a document. Default <c>Document missing</c>.</summary>
    public string MissingDocumentActivity { get; set; } = "Document missing";

    /// <summary>Gets or sets the name of the stock locations whose goods are held by quality. Default <c>Quality Hold</c>.</summary>
    public string QualityHoldLocation { get; set; } = "Quality Hold";

    /// <summary>Gets or sets the beginning of the partner tags that give a customer's class. Default <c>Class </c> (then A, B, C).</summary>
    public string CustomerClassPrefix { get; set; } = "Class ";

    /// <summary>Gets or sets the word that begins the line of substitutes in a product's internal note. Default <c>Substitutes:</c>.</summary>
    public string SubstitutesLine { get; set; } = "Substitutes:";
}
