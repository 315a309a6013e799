using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Inventory;

namespace Copilot.Odoo.Sales;

/// <summary>Writes a price: the figure first, then the rule, the discount, the next break, and the margin for those who may see costs.</summary>
internal sealed class PriceWriter(AnswerSheet sheet, PriceFound found, DateOnly day)
{
    private string Code => Phrase.Clean(ProductLabel.Short(found.Product.Text("display_name") ?? found.Product.Text("default_code")), 60);

    private string Customer => found.Customer?.Text("name") ?? string.Empty;

    public ToolResult Write()
    {
        var product = sheet.Record(
            "product.product",
            found.Product.Id,
            $"Product {Code}",
            $"{found.Product.Text("display_name")}: list price {Phrase.Money(found.ListPrice, found.Currency)} per {found.Unit}",
            found.Product,
            FactOf.Code("Product", Code),
            FactOf.Text("Name", found.Product.Text("name")),
            FactOf.Money("List price", found.ListPrice, found.Currency),
            FactOf.Text("Unit", found.Unit));
        var basis = new List<string> { product, Asked() };
        if (found.Customer is { } partner)
        {
            basis.Add(sheet.Record("res.partner", partner.Id, $"Customer {Customer}", $"{Customer}, price list {found.PriceList ?? "none"}", partner, FactOf.Text("Customer", Customer), FactOf.Text("Price list", found.PriceList)));
        }

        if (found.Price is not { } price)
        {
            sheet.Say(FindingRole.Headline, $"I can't work out the price of {Code} for {Customer}: its rule in {Phrase.Clean(found.PriceList, 80)} starts from {(found.Steps[^1].Base == "standard_price" ? "the cost, which your account may not read" : "too many other price lists")}", Code, basis);
            return sheet.Finish();
        }

        var rules = found.Steps.Select(Rule).ToList();
        Headline(price, basis, rules);
        if (found.Steps is [var rule, ..])
        {
            sheet.Say(FindingRole.Cause, $"The price comes from {Phrase.Clean(found.PriceList, 80)}: {Describe(rule)}", Code, [.. rules, .. basis]);
        }
        else if (found.Customer is not null)
        {
            sheet.Say(FindingRole.Cause, found.PriceList is null ? "The customer has no price list of its own, so the list price holds" : $"No rule of {Phrase.Clean(found.PriceList, 80)} fits, so the list price holds", Code, basis);
        }

        Discount(price, product);
        Break(price);
        Margin(price);
        if (found.Customer is not null)
        {
            sheet.Say(FindingRole.Advice, $"What else the agreement with {Customer} says about prices I can look up in its text", Code, basis);
        }

        return sheet.Finish();
    }

    private string Asked()
        => sheet.Aggregate("price:asked", "What was asked", $"{Phrase.Quantity(found.Quantity, found.Unit)} on {Phrase.Day(day)}", FactOf.Quantity("Quantity", found.Quantity, found.Unit), FactOf.Date("Day", day));

    private void Headline(decimal price, List<string> basis, List<string> rules)
    {
        var evidence = new List<string>([.. basis, .. rules, Found(price)]);
        var who = found.Customer is null ? "The list price of" : $"{Customer} pays for";
        var text = found.Customer is null
            ? $"{who} {Code} is {Phrase.Money(price, found.Currency)} per {found.Unit} before tax"
            : $"{who} {Code} {Phrase.Money(price, found.Currency)} per {found.Unit} before tax from an order of {Phrase.Quantity(found.Quantity, found.Unit)} on {Phrase.Day(day)}";
        if (found.Quantity != 1)
        {
            var total = Math.Round(price * found.Quantity, 2, MidpointRounding.AwayFromZero);
            evidence.Add(sheet.Calculate("price-total", "Net amount", CalculationOperation.Product, [FactOf.Money("Price", price, found.Currency), FactOf.Quantity("Quantity", found.Quantity, found.Unit)], FactOf.Money("Net amount", total, found.Currency), "price by quantity"));
            text += $", {Phrase.Money(total, found.Currency)} for {Phrase.Quantity(found.Quantity, found.Unit)}";
        }

        sheet.Say(FindingRole.Headline, text, Code, evidence);
    }

    private string Found(decimal price)
        => sheet.Calculate(
            "price",
            "Price of a unit",
            CalculationOperation.Model,
            [FactOf.Money("List price", found.ListPrice, found.Currency), FactOf.Quantity("Quantity", found.Quantity, found.Unit)],
            FactOf.Money("Price", price, found.Currency),
            found.Steps.Count == 0 ? "no rule fits: the list price" : string.Join("; then ", found.Steps.AsEnumerable().Reverse().Select(Describe)));

    private string Rule(PriceRule rule)
        => sheet.Record(
            "product.pricelist.item",
            rule.Id,
            $"Price rule of {rule.Row.Link("pricelist_id")?.Name}",
            $"{rule.Row.Link("pricelist_id")?.Name}: {Describe(rule)}",
            rule.Row,
            [
                FactOf.Text("Price list", rule.Row.Link("pricelist_id")?.Name),
                .. rule.Compute == "fixed" ? [FactOf.Money("Fixed price", rule.Row.Number("fixed_price"), found.Currency)] : Array.Empty<Fact>(),
                .. rule.Compute == "percentage" ? [FactOf.Percent("Discount", rule.Row.Number("percent_price"))] : Array.Empty<Fact>(),
                .. rule.Compute == "formula" ? [FactOf.Percent("Discount", rule.Row.Number("price_discount")), FactOf.Money("Surcharge", rule.Row.Number("price_surcharge"), found.Currency)] : Array.Empty<Fact>(),
                FactOf.Number("From quantity", rule.MinQuantity),
                .. sheet.Days.Of(rule.Row.Moment("date_start")) is { } from ? [FactOf.Date("From", from)] : Array.Empty<Fact>(),
                .. sheet.Days.Of(rule.Row.Moment("date_end")) is { } to ? [FactOf.Date("Until", to)] : Array.Empty<Fact>(),
            ]);

    private string Describe(PriceRule rule)
    {
        var what = rule.Compute switch
        {
            "fixed" => $"a fixed price of {Phrase.Money(rule.Row.Number("fixed_price"), found.Currency)}",
            "percentage" => rule.Row.Number("percent_price") == 0 ? "no discount" : $"{Phrase.Percent(rule.Row.Number("percent_price"))} off {Start(rule)}",
            _ => $"{Phrase.Percent(rule.Row.Number("price_discount"))} off {Start(rule)}" + (rule.Row.Number("price_surcharge") is not 0 and var extra ? $" and {Phrase.Money(extra, found.Currency)} added" : string.Empty),
        };
        var on = rule.AppliedOn switch
        {
            "0_product_variant" or "1_product" => $" for {Code}",
            "2_product_category" => $" for the category {Phrase.Clean(rule.Row.Link("categ_id")?.Name, 60)}",
            _ => " for all products",
        };
        var least = rule.MinQuantity > 0 ? $" from {Phrase.Quantity(rule.MinQuantity, found.Unit)}" : string.Empty;
        var until = sheet.Days.Of(rule.Row.Moment("date_end")) is { } to ? $", until {Phrase.Day(to)}" : string.Empty;
        return what + on + least + until;
    }

    private static string Start(PriceRule rule) => rule.Base switch { "standard_price" => "the cost", "pricelist" => $"the price of {Phrase.Clean(rule.OtherList?.Name, 60)}", _ => "the list price" };

    private void Discount(decimal price, string product)
    {
        if (found.Customer is null || found.ListPrice <= 0 || price == found.ListPrice)
        {
            return;
        }

        var saved = sheet.Difference("price-off", "Difference from the list price", ("List price", found.ListPrice), ("Price", price), found.Currency, "list price less price");
        var percent = Math.Round(Math.Abs(saved.Amount) / Math.Round(found.ListPrice, 2) * 100, 1);
        var share = sheet.Share("price-off-share", "Share of the list price", FactOf.Money("Difference", Math.Abs(saved.Amount), found.Currency), FactOf.Money("List price", found.ListPrice, found.Currency), percent, "difference by list price");
        sheet.Say(FindingRole.Detail, $"That is {Phrase.Money(Math.Abs(saved.Amount), found.Currency)} ({Phrase.Percent(percent)}) {(saved.Amount > 0 ? "below" : "above")} the list price of {Phrase.Money(found.ListPrice, found.Currency)}", Code, product, saved.Id, share);
    }

    private void Break(decimal price)
    {
        if (found.NextBreak is not { } next)
        {
            return;
        }

        var missing = next.MinQuantity - found.Quantity;
        var calculation = sheet.Calculate(
            "price-break", "Missing for the next price", CalculationOperation.Difference, [FactOf.Quantity("From", next.MinQuantity, found.Unit), FactOf.Quantity("Asked", found.Quantity, found.Unit)], FactOf.Quantity("Missing", missing, found.Unit), "quantity of the next price less the one asked");
        sheet.Say(FindingRole.Advice, $"From {Phrase.Quantity(next.MinQuantity, found.Unit)} on the price is {Phrase.Money(next.Row.Number("fixed_price"), found.Currency)} instead of {Phrase.Money(price, found.Currency)}: {Phrase.Quantity(missing, found.Unit)} more", Code, [Rule(next), calculation, .. found.Steps.Select(Rule), Found(price)]);
    }

    private void Margin(decimal price)
    {
        if (found.Cost is not { } cost || cost <= 0 || price <= 0)
        {
            return;
        }

        var left = sheet.Difference("price-margin", "Margin of a unit", ("Price", price), ("Cost", cost), found.Currency, "price less cost now");
        var percent = Math.Round(left.Amount / Math.Round(price, 2) * 100, 1);
        var share = sheet.Share("price-margin-share", "Margin share", FactOf.Money("Margin", left.Amount, found.Currency), FactOf.Money("Price", price, found.Currency), percent, "margin by price", FactOf.Percent("Size", Math.Abs(percent)));
        // A cause, not a detail: a draft to the customer takes up details.
        sheet.Say(FindingRole.Cause, $"At today's cost of {Phrase.Money(cost, found.Currency)} the margin is {Phrase.Money(left.Amount, found.Currency)} per {found.Unit}, {Phrase.Percent(percent)} of the price", Code, left.Id, share);
    }
}
