using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Partners;

/// <summary>Writes what is kept of a customer or supplier: first what was asked, then what belongs to it. What is not kept is said to be not kept.</summary>
/// <param name="sheet">Where findings and evidence go.</param>
/// <param name="partner">What was found.</param>
/// <param name="sight">What the policy lets the caller see.</param>
/// <param name="isSupplier">Whether it was asked for as a supplier.</param>
internal sealed class PartnerWriter(AnswerSheet sheet, PartnerPicture partner, PartnerSight sight, bool isSupplier)
{
    private readonly bool buysFromIt = isSupplier || partner.IsOnlySupplier;

    public void Write(IReadOnlyList<string> shows, string? role)
    {
        var self = Self();
        for (var i = 0; i < shows.Count; i++)
        {
            Write(shows[i], role, self, i == 0 ? FindingRole.Headline : FindingRole.Detail, shows);
        }
    }

    private void Write(string show, string? role, string self, FindingRole lead, IReadOnlyList<string> shows)
    {
        var people = new PartnerPeopleWriter(sheet, partner, self, lead);
        var places = new PartnerPlacesWriter(sheet, partner, self);
        switch (show)
        {
            case "phone" or "email":
                people.Reach(show, role, both: shows.Contains("phone") && shows.Contains("email"));
                break;
            case "contacts":
                people.Contacts(role);
                break;
            case "address":
                places.Seat(lead);
                places.Others();
                break;
            case "delivery_address":
                places.Of("delivery", lead);
                break;
            case "invoice_address":
                places.Of("invoice", lead);
                break;
            case "responsible":
                Say(lead, Responsible(), self);
                break;
            case "terms":
                Terms(lead, self, shows);
                break;
            case "price_list":
                Say(lead, PriceList(), self);
                break;
            case "credit_limit":
                CreditLimit(lead, self);
                break;
            case "tax_number":
                Say(lead, TaxNumber(), self);
                break;
            case "language":
                Say(lead, Language(), self);
                break;
            case "website":
                Say(lead, Kept("website", partner.Row.Text("website"), 120), self);
                break;
            case "reference":
                Say(lead, Kept(buysFromIt ? "supplier number" : "customer number", partner.Row.Text("ref"), 40), self);
                break;
            case "since":
                Since(lead, self);
                break;
            default:
                All(self, people, places);
                break;
        }
    }

    private string Kept(string what, string? value, int longest)
        => string.IsNullOrWhiteSpace(value) ? $"No {what} of {partner.Name} is kept in Odoo" : $"The {what} of {partner.Name} is {Phrase.Clean(value, longest)}";

    private void All(string self, PartnerPeopleWriter people, PartnerPlacesWriter places)
    {
        if (partner.Asked is not null)
        {
            people.Contacts(null);
            return;
        }

        Say(FindingRole.Headline, string.Join(", ", new[] { partner.Row.Text("ref") is { } number ? $"{partner.Name} ({Phrase.Clean(number, 40)})" : partner.Name, PartnerLine.Address(partner.Row), PartnerLine.Phone(partner.Row) is { } p ? $"phone {p}" : null, PartnerLine.Email(partner.Row) }.OfType<string>()), self);
        Say(FindingRole.Detail, Responsible(), self);
        Terms(FindingRole.Detail, self, []);
        places.Others();
        people.Listed();
        Say(FindingRole.Detail, TaxNumber(), self);
        Say(FindingRole.Detail, Language(), self);
        people.Table();
    }

    private void Say(FindingRole role, string text, string self) => sheet.Say(role, text, null, self);

    private string Responsible()
    {
        var seller = partner.Row.Link("user_id")?.Name;
        if (!buysFromIt)
        {
            return seller is null ? $"No salesperson of ours is kept for {partner.Name} in Odoo" : $"{Phrase.Clean(seller, 80)} looks after {partner.Name}, as the salesperson kept in Odoo";
        }

        return partner.Row.Link("buyer_id")?.Name is { } buyer ? $"{Phrase.Clean(buyer, 80)} is our buyer for {partner.Name}, as kept in Odoo" : $"No buyer of ours is kept for {partner.Name} in Odoo";
    }

    private void Terms(FindingRole role, string self, IReadOnlyList<string> shows)
    {
        if (partner.Terms is not { } terms)
        {
            Say(role == FindingRole.Headline ? role : FindingRole.Caveat, $"The terms of {partner.Name} are not shown: your account may not read them", self);
            return;
        }

        var buying = terms.Link("property_supplier_payment_term_id")?.Name;
        var selling = terms.Link("property_payment_term_id")?.Name;
        if (buysFromIt)
        {
            Say(role, buying is null ? $"No payment terms of {partner.Name} as a supplier are kept in Odoo" : $"We pay {partner.Name} by the terms kept in Odoo: {Phrase.Clean(buying, 80)}", self);
        }
        else
        {
            Say(role, selling is null ? $"No payment terms of {partner.Name} are kept in Odoo" : $"Payment terms of {partner.Name} in Odoo: {Phrase.Clean(selling, 80)}", self);
            if (!shows.Contains("price_list"))
            {
                Say(FindingRole.Detail, PriceList(), self);
            }

            if (CreditLimit() is { } limit && !shows.Contains("credit_limit"))
            {
                Say(FindingRole.Detail, limit, self);
            }
        }

        if (role == FindingRole.Headline)
        {
            Say(FindingRole.Advice, $"What was agreed in writing may differ: ask me what the agreement with {partner.Name} says", self);
        }
    }

    private string PriceList()
        => !partner.SeesPriceLists ? $"The price list of {partner.Name} is not shown: your account may not read price lists"
            : partner.Terms?.Link("property_product_pricelist")?.Name is { Length: > 0 } list ? $"{partner.Name} buys by the price list {Phrase.Clean(list, 80)}"
            : $"No price list of its own is kept for {partner.Name} in Odoo";

    /// <summary>Null where it may not be seen.</summary>
    private string? CreditLimit()
        => !sight.Receivables || partner.Terms?.Has("credit_limit") != true ? null
            : partner.Terms.Number("credit_limit") is var limit and > 0 ? $"The credit limit of {partner.Name} is {Phrase.Money(limit, partner.Currency)}"
            : $"No credit limit of its own is kept for {partner.Name} in Odoo";

    /// <summary>The limit, and what of it is used.</summary>
    private void CreditLimit(FindingRole lead, string self)
    {
        if (CreditLimit() is not { } text)
        {
            Say(FindingRole.Caveat, $"The credit limit of {partner.Name} is not shown: you may not see it", self);
            return;
        }

        var limit = partner.Terms?.Number("credit_limit") ?? 0;
        if (limit <= 0 || partner.Owes is not { } owes)
        {
            Say(lead, text, self);
            return;
        }

        var (left, amount) = sheet.Difference($"credit-left:{partner.Id}", "Credit left", ("Credit limit", limit), ("Owed", owes), partner.Currency, "the limit less what is owed in Odoo");
        var rest = amount < 0 ? $"{Phrase.Money(-amount, partner.Currency)} above it" : $"{Phrase.Money(amount, partner.Currency)} left";
        sheet.Say(lead, $"{text}; {Phrase.Money(owes, partner.Currency)} is owed, {rest}", null, self, left);
    }

    private string TaxNumber()
        => Kept("VAT number", partner.Row.Text("vat"), 40);

    private string Language()
        => partner.Row.Text("lang") is { } code ? $"{partner.Name} is written to in {PartnerWords.Language(code)}, the language kept in Odoo" : $"No language is kept for {partner.Name} in Odoo";

    private void Since(FindingRole lead, string self)
    {
        var entered = sheet.Days.Of(partner.Row.Moment("create_date"));
        if (partner.First is not { } first || sheet.Days.Of(first.Order.Moment("date_order")) is not { } day)
        {
            Say(lead, $"I see no confirmed order {(buysFromIt ? "to" : "of")} {partner.Name}" + (entered is { } e ? $"; its record was made in Odoo on {Phrase.Day(e)}" : string.Empty), self);
            return;
        }

        var number = Phrase.Clean(first.Order.Text("name"), 40);
        var order = sheet.Record(first.Model, first.Order.Id, $"{(buysFromIt ? "Purchase" : "Sales")} order {number} — {partner.Name}", $"{number}, ordered {Phrase.Day(day)}", first.Order, FactOf.Code("Order", number), FactOf.Date("Ordered", day));
        sheet.Say(lead, buysFromIt ? $"We have ordered from {partner.Name} since {Phrase.Day(day)}: the first order kept in Odoo is {number}" : $"{partner.Name} has ordered since {Phrase.Day(day)}: the first order kept in Odoo is {number}", null, self, order);

        // A record made after its first order came with the data of an earlier system.
        if (entered is { } made && made <= day)
        {
            Say(FindingRole.Detail, $"Its record was made in Odoo on {Phrase.Day(made)}", self);
        }

        sheet.Say(FindingRole.Caveat, "What was before the oldest orders in Odoo is not known here", null, order);
    }

    private string Self()
    {
        var row = partner.Row;
        var terms = partner.Terms;
        var limit = sight.Receivables && terms?.Has("credit_limit") == true && terms.Number("credit_limit") > 0 ? terms.Number("credit_limit") : (decimal?)null;
        var entered = sheet.Days.Of(row.Moment("create_date"));
        var texts = new (string Name, string? Value)[]
        {
            ("Reference", row.Text("ref")), ("Address", PartnerLine.Address(row)), ("Phone", PartnerLine.Phone(row)), ("E-mail", PartnerLine.Email(row)), ("Website", row.Text("website")), ("VAT number", row.Text("vat")),
            ("Language", row.Text("lang") is { } code ? PartnerWords.Language(code) : null), ("Salesperson", row.Link("user_id")?.Name), ("Buyer", sight.Purchasing ? row.Link("buyer_id")?.Name : null),
            ("Payment terms", terms?.Link("property_payment_term_id")?.Name), ("Vendor payment terms", sight.Purchasing ? terms?.Link("property_supplier_payment_term_id")?.Name : null), ("Price list", terms?.Link("property_product_pricelist")?.Name),
        };
        var kept = texts.Where(t => !string.IsNullOrWhiteSpace(t.Value)).ToList();
        return sheet.Record(
            "res.partner",
            partner.Id,
            $"{(buysFromIt ? "Supplier" : "Customer")} {partner.Name}",
            string.Join(", ", kept.Where(t => t.Name is "Address" or "Phone" or "E-mail").Select(t => t.Value!).Prepend(partner.Name)),
            row,
            [
                FactOf.Text(buysFromIt ? "Supplier" : "Customer", partner.Name), .. kept.Select(t => FactOf.Text(t.Name, t.Value)),
                .. limit is { } l ? [FactOf.Money("Credit limit", l, partner.Currency)] : Array.Empty<Fact>(),
                .. entered is { } day ? [FactOf.Date("Record made", day)] : Array.Empty<Fact>(),
            ]);
    }
}
