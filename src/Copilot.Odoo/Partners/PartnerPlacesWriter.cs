using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Partners;

/// <summary>Writes where a customer or supplier is, where its goods and where its invoices go.</summary>
internal sealed class PartnerPlacesWriter(AnswerSheet sheet, PartnerPicture partner, string self)
{
    private const int MostListed = 6;

    private static readonly string[] Types = ["delivery", "invoice"];

    /// <summary>The company's own address.</summary>
    public void Seat(FindingRole role)
    {
        var text = PartnerLine.Address(partner.Row) is not { } address ? $"No address of {partner.Name} is kept in Odoo"
            : PartnerLine.HasStreet(partner.Row) ? $"{partner.Name} is at {address}"
            : $"{partner.Name} is in {address}; no street is kept in Odoo";
        sheet.Say(role, text, null, self);
    }

    /// <summary>Delivery and invoice addresses besides the company's own.</summary>
    public void Others()
    {
        foreach (var type in Types.Where(t => partner.Addresses(t).Any()))
        {
            Of(type, FindingRole.Detail);
        }
    }

    /// <summary>The addresses of a type; the company's own, and said so, where it has none.</summary>
    public void Of(string type, FindingRole role)
    {
        var what = type == "delivery" ? "Goods for" : "Invoices for";
        var found = partner.Addresses(type).ToList();
        if (found.Count == 0)
        {
            var own = PartnerLine.Address(partner.Row);
            sheet.Say(role, $"No {type} address of its own is kept for {partner.Name}" + (own is null ? ", nor another address" : $": its address is {own}"), null, self);
            return;
        }

        if (found.Count == 1)
        {
            sheet.Say(role, $"{what} {partner.Name} go to {Line(found[0])}", null, self, Add(found[0]));
            return;
        }

        var counted = sheet.Count($"{type}-addresses:{partner.Id}", $"{Phrase.Capital(type)} addresses", found.Select(PartnerLine.Name), $"{type} addresses of {partner.Name}", FactOf.Number("Shown", Math.Min(found.Count, MostListed)));
        sheet.Say(role, $"{Phrase.Number(found.Count)} {type} addresses are kept for {partner.Name}" + (found.Count > MostListed ? $", of which {MostListed} are shown" : string.Empty), null, self, counted);
        foreach (var address in found.Take(MostListed))
        {
            sheet.Say(FindingRole.Item, Line(address), PartnerLine.Name(address), Add(address), self);
        }
    }

    private string Line(OdooRow row)
    {
        var reached = new[] { PartnerLine.Phone(row) is { } p ? $"phone {p}" : null, PartnerLine.Email(row) }.OfType<string>().ToList();
        var place = PartnerLine.HasStreet(row) ? PartnerLine.Address(row) : null;
        return string.Join(", ", new[] { PartnerLine.Name(row), place ?? (PartnerLine.Address(partner.Row) is { } own ? $"at the company's own address, {own}" : null) }.Concat(reached).OfType<string>());
    }

    private string Add(OdooRow row)
        => sheet.Record("res.partner", row.Id, $"Address {PartnerLine.Name(row)} — {partner.Name}", $"{Line(row)} ({partner.Name})", row, FactOf.Text("Name", PartnerLine.Name(row)), FactOf.Text("Address", PartnerLine.Address(row) ?? string.Empty), FactOf.Text("Phone", PartnerLine.Phone(row) ?? string.Empty), FactOf.Text("E-mail", PartnerLine.Email(row) ?? string.Empty));
}
