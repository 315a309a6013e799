using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Partners;

/// <summary>Writes whom to speak to at a customer or supplier, and how they are reached.</summary>
internal sealed class PartnerPeopleWriter(AnswerSheet sheet, PartnerPicture partner, string self, FindingRole lead)
{
    private const int MostListed = 8;

    private readonly List<OdooRow> contacts = [.. partner.Contacts.OrderBy(c => Rank(c, partner.IsOnlySupplier ? "sales" : "purchasing"))];

    /// <summary>A telephone number or an e-mail address: of the person asked for, else of the company; what is asked besides is not said twice.</summary>
    public void Reach(string by, string? role, bool both)
    {
        Func<OdooRow, string?> value = by == "phone" ? PartnerLine.Phone : PartnerLine.Email;
        var (what, other) = by == "phone" ? ("phone number", "E-mail") : ("e-mail address", "Phone");
        var own = value(partner.Row);
        var company = own is null ? $"no {what} of {partner.Name} itself is kept in Odoo" : $"the {what} of {partner.Name} itself is {own}";
        var wanted = Wanted(role);
        if (wanted.Find(p => value(p) is not null) is { } person)
        {
            sheet.Say(lead, $"The {what} of {Who(person)} at {partner.Name} is {value(person)}", null, Add(person), self);
            sheet.Say(FindingRole.Detail, Phrase.Capital(company), null, self);
            foreach (var more in wanted.Where(p => p != person).Take(MostListed))
            {
                sheet.Say(FindingRole.Item, Line(more), PartnerLine.Name(more), Add(more));
            }

            return;
        }

        if (wanted.Count > 0)
        {
            sheet.Say(lead, $"No {what} of {Who(wanted[0])} is kept in Odoo; {company}", null, Add(wanted[0]), self);
        }
        else if (role is not null)
        {
            sheet.Say(lead, $"No contact for {PartnerWords.About(role)} is kept at {partner.Name}; {company}", null, self);
        }
        else
        {
            sheet.Say(lead, own is null ? $"No {what} of {partner.Name} is kept in Odoo" : $"The {what} of {partner.Name} is {own}", null, self);
            if (!both && (by == "phone" ? PartnerLine.Email(partner.Row) : PartnerLine.Phone(partner.Row)) is { } also)
            {
                sheet.Say(FindingRole.Detail, $"{other}: {also}", null, self);
            }
        }

        foreach (var one in contacts.Except(wanted).Where(_ => lead == FindingRole.Headline).Where(c => value(c) is not null).Take(MostListed))
        {
            sheet.Say(FindingRole.Item, Line(one), PartnerLine.Name(one), Add(one));
        }
    }

    /// <summary>The persons for something, or all of them.</summary>
    public void Contacts(string? role)
    {
        var wanted = Wanted(role);
        if (wanted.Count > 0)
        {
            var about = role is null ? "The contact" : $"For {PartnerWords.About(role)}, the contact";
            sheet.Say(
                lead,
                wanted.Count == 1 ? $"{about} at {partner.Name} is {Line(wanted[0])}" : $"{Phrase.Capital(role is null ? "the contacts" : $"for {PartnerWords.About(role)}, the contacts")} at {partner.Name} are {Phrase.List(wanted.Take(MostListed).Select(Line))}",
                null,
                [.. wanted.Take(MostListed).Select(Add), self]);
            Company();
            return;
        }

        if (role is not null)
        {
            sheet.Say(lead, $"No contact for {PartnerWords.About(role)} is kept at {partner.Name} in Odoo" + (contacts.Count == 0 ? ", nor another person" : "; these are kept"), null, self);
            People();
        }
        else if (contacts.Count == 0)
        {
            sheet.Say(lead, $"No contact person of {partner.Name} is kept in Odoo", null, self);
        }
        else if (contacts.Count == 1)
        {
            sheet.Say(lead, $"The contact at {partner.Name} is {Line(contacts[0])}", null, Add(contacts[0]), self);
        }
        else
        {
            sheet.Say(lead, $"The contacts at {partner.Name} are {Phrase.List(contacts.Take(MostListed).Select(Who))}{(contacts.Count > MostListed ? " and more" : string.Empty)}", null, [.. contacts.Take(MostListed).Select(Add)]);
            People();
        }

        Company();
        Table();
    }

    /// <summary>The persons as lines of an overview.</summary>
    public void Listed() => People();

    /// <summary>The persons as a table, where there are several.</summary>
    public void Table()
    {
        if (contacts.Count < 2)
        {
            return;
        }

        sheet.Show(new TableCard
        {
            Title = "Contacts",
            Columns = [new("name", "Name", FactKind.Text), new("job", "Job", FactKind.Text), new("phone", "Phone", FactKind.Text), new("email", "E-mail", FactKind.Text)],
            Rows = [.. contacts.Take(MostListed).Select(c => (IReadOnlyList<JsonValue?>)[JsonValue.Create(PartnerLine.Name(c)), JsonValue.Create(PartnerLine.Job(c)), JsonValue.Create(PartnerLine.Phone(c)), JsonValue.Create(PartnerLine.Email(c))])],
            TotalRows = contacts.Count,
            Sources = [.. contacts.Take(MostListed).Select(Add)],
        });
    }

    private void People()
    {
        foreach (var one in contacts.Take(MostListed))
        {
            sheet.Say(FindingRole.Item, Line(one), PartnerLine.Name(one), Add(one));
        }

        if (contacts.Count > MostListed)
        {
            sheet.Say(FindingRole.Caveat, $"{MostListed} of {Phrase.Number(contacts.Count)} contacts are shown{(partner.IsCut ? ", and there are more than I read" : string.Empty)}", null, Counted());
        }
    }

    private void Company()
    {
        var reached = new[] { PartnerLine.Phone(partner.Row) is { } phone ? $"phone {phone}" : null, PartnerLine.Email(partner.Row) is { } mail ? $"e-mail {mail}" : null }.OfType<string>().ToList();
        sheet.Say(FindingRole.Detail, reached.Count == 0 ? "Neither a phone number nor an e-mail address of the company itself is kept" : $"The company itself: {Phrase.List(reached)}", null, self);
    }

    private string Counted() => sheet.Count($"contacts:{partner.Id}", "Contacts", contacts.Select(PartnerLine.Name), $"contact persons kept at {partner.Name}", FactOf.Number("Shown", Math.Min(contacts.Count, MostListed)));

    /// <summary>The contact that was asked for, or those of a role: by their job, mailboxes for invoices and deliveries by their kind.</summary>
    private List<OdooRow> Wanted(string? role)
    {
        if (role is null)
        {
            return partner.Asked is { } asked ? [asked] : [];
        }

        var type = role switch { "accounting" => "invoice", "logistics" => "delivery", _ => null };
        var reachable = partner.Below.Where(r => type is not null && r.Says("type", type) && (PartnerLine.Phone(r) ?? PartnerLine.Email(r)) is not null);
        var found = contacts.Where(c => PartnerWords.Fits(role, c.Text("function"))).OrderBy(c => PartnerWords.Place(role, c.Text("function"))).Concat(reachable).ToList();

        // About deliveries a supplier's customer service is asked where nobody is there for them.
        return found.Count == 0 && role == "logistics" && partner.IsOnlySupplier ? Wanted("sales") : found;
    }

    /// <summary>Those one deals with come first, those who pay last.</summary>
    private static int Rank(OdooRow row, string dealing)
        => PartnerWords.Fits(dealing, row.Text("function")) ? 0 : PartnerWords.Fits("accounting", row.Text("function")) ? 2 : 1;

    private static string Who(OdooRow row) => PartnerLine.Job(row) is { } job ? $"{PartnerLine.Name(row)} ({job})" : PartnerLine.Name(row);

    private static string Line(OdooRow row) => string.Join(", ", new[] { Who(row), PartnerLine.Phone(row), PartnerLine.Email(row) }.OfType<string>());

    private string Add(OdooRow row)
        => sheet.Record(
            "res.partner", row.Id, $"Contact {PartnerLine.Name(row)} — {partner.Name}", $"{Line(row)}, at {partner.Name}", row,
            FactOf.Text("Name", PartnerLine.Name(row)), FactOf.Text("Company", partner.Name), FactOf.Text("Job", PartnerLine.Job(row) ?? string.Empty), FactOf.Text("Phone", PartnerLine.Phone(row) ?? string.Empty), FactOf.Text("E-mail", PartnerLine.Email(row) ?? string.Empty));
}
