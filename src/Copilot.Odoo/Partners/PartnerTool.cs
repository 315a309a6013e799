using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Partners;

/// <summary>
/// What is kept of one customer or supplier: addresses, telephone, contact persons, who looks after it, terms. At most two round trips for each name and those of the reader. Suppliers only for those
/// who may see purchasing, credit limits only for those who may see receivables, whatever Odoo would show.
/// </summary>
internal sealed class PartnerTool(IOdooClient client, NameResolver names, PartnerReader reader, IDataGrants grants) : OdooTool(client)
{
    private static readonly ToolParameter Customer = Parameters.Name("customer", SlotKind.Customer, "The customer's name; the one in view when left out.");
    private static readonly ToolParameter Supplier = Parameters.Name("supplier", SlotKind.Supplier, "The supplier's name, when it is about a supplier.");

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.partner",
        Description = "What Odoo keeps of one customer or supplier (master data): addresses, delivery and invoice address, telephone, e-mail, contact persons and their jobs, our salesperson or buyer, payment terms, price list, "
            + "credit limit, VAT number, language, website, since when. Not for how business goes, not for open orders or invoices, not for what an agreement says.",
        Ability = "the addresses, phone numbers, contact persons and terms kept of a customer or supplier, and who looks after it",
        Status = "looking up the customer or supplier…",
        Parameters = [Customer, Supplier, PartnerWords.Show, PartnerWords.Role],
        IsAboutOne = true,
        Touches = [DataClass.Sales],
        MayTouch = [DataClass.Purchasing, DataClass.Receivables],
        MaxRoundTrips = (2 * NameResolver.RoundTripsPerName) + PartnerReader.RoundTrips,
    };

    protected override string Area => "customers";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var caller = context.Caller;
        var sight = new PartnerSight(grants.MaySee(caller, DataClass.Purchasing), grants.MaySee(caller, DataClass.Receivables));
        var isSupplier = arguments.Text("supplier") is not null && arguments.Text("customer") is null;
        if (isSupplier && !sight.Purchasing)
        {
            return NotGranted("suppliers");
        }

        if (!await Client.MayReadAsync(caller, "res.partner", cancellationToken))
        {
            return Denied();
        }

        var role = arguments.Text("role");
        if (PartnerWords.Meant(arguments.Texts("show"), role, isSupplier) is not { } show)
        {
            return Failed($"show should be some of {Phrase.List(PartnerWords.Show.Choices.Keys, "or")}.");
        }

        var resolved = await names.ResolveAsync(context, arguments, [isSupplier ? Supplier : Customer], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        if ((resolved[isSupplier ? "supplier" : "customer"]?.Id ?? (context.Focus is { Model: "res.partner" } focus ? focus.Id : null)) is not { } id)
        {
            return new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = "Which customer or supplier do you mean?" };
        }

        if (await reader.ReadAsync(context, id, show, cancellationToken) is not { } picture)
        {
            return NotFound("I found no such customer or supplier among those you may see.");
        }

        if (picture.IsOnlySupplier && !sight.Purchasing)
        {
            return NotGranted("suppliers");
        }

        if (show is ["credit_limit"] && !(sight.Receivables && picture.Terms?.Has("credit_limit") == true))
        {
            return sight.Receivables ? Denied("credit limits") : NotGranted("credit limits");
        }

        var sheet = new AnswerSheet(context, Client);
        new PartnerWriter(sheet, picture, sight, isSupplier).Write(show, role);
        return sheet.Finish();
    }

    private static ToolResult NotGranted(string what) => new() { Outcome = ToolOutcome.Denied, Found = false, Reason = $"Your role may not see {what}." };
}
