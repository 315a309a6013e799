using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Copilot.Testing.Documents;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

/// <summary>A typical invoice for goods that came: read, compared with its order, proposed as a bill, confirmed, with every key and click counted by the page itself.</summary>
public sealed class DeskMatchPageTests(OpenBooksService service) : IClassFixture<OpenBooksService>
{
    // Only what a person does is counted: events that the browser itself made of it, a press of a key and a press of the mouse.
    private const string Count = "() => { window.__deeds = { keys: 0, clicks: 0 }; addEventListener('keydown', e => { if (e.isTrusted && !['Control','Shift','Alt','Meta'].includes(e.key)) window.__deeds.keys++; }, true); addEventListener('pointerdown', e => { if (e.isTrusted) window.__deeds.clicks++; }, true); }";

    [SkippableFact]
    public async Task An_invoice_that_agrees_with_its_order_takes_one_click_for_the_bill_and_one_key()
    {
        Skip.If(Chromium.MissingBecause() is not null, Chromium.MissingBecause());
        InstalledProgram.Need("pdftotext", "pdftoppm");
        var (order, invoice) = await InvoiceAsync();
        await using var chat = await ChatPage.OpenAsync(service);
        await chat.SignInAsync("Accountant");
        await chat.Page.GotoAsync(new Uri(service.Address, "console/documents").ToString());
        await chat.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "agrees.pdf", MimeType = "application/pdf", Buffer = invoice });
        await Expect(chat.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "agrees.pdf" })).ToContainTextAsync(new Regex("To review|Read"), new() { Timeout = 60_000 });

        await chat.Page.EvaluateAsync(Count);
        await chat.Page.GetByRole(AriaRole.Button, new() { Name = "agrees.pdf" }).ClickAsync();
        await Expect(chat.Page.Locator("copilot-desk-match")).ToContainTextAsync(order, new() { Timeout = 30_000 });
        await chat.Page.Locator("copilot-desk-match").GetByRole(AriaRole.Button, new() { NameRegex = new Regex("draft the bill", RegexOptions.IgnoreCase) }).ClickAsync();
        await Expect(chat.Page.Locator("copilot-desk-match .made")).ToContainTextAsync(order);
        await chat.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(chat.Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Confirmed: agrees.pdf");

        // One click to open it, one for the bill, one key to confirm; nothing else was needed.
        Assert.Equal((1, 2), (await DeedsAsync(chat, "keys"), await DeedsAsync(chat, "clicks")));
        chat.HasNoComplaints();
    }

    private static Task<int> DeedsAsync(ChatPage chat, string what) => chat.Page.EvaluateAsync<int>($"() => window.__deeds.{what}");

    /// <summary>An invoice as its supplier would write it, for the latest order that came and is not billed.</summary>
    private async Task<(string Order, byte[] Pdf)> InvoiceAsync()
    {
        using var books = new OdooCalls(new Uri($"http://127.0.0.1:{service.Port}"));
        var lines = (await books.CallAsync(
            "purchase.order.line", "search_read", [new JsonArray(new JsonArray("state", "=", "purchase"), new JsonArray("qty_to_invoice", ">", 0), new JsonArray("company_id", "=", 1))],
            new JsonObject { ["fields"] = new JsonArray("order_id", "partner_id", "product_id", "qty_to_invoice", "price_unit", "discount"), ["order"] = "id desc" }))!.AsArray();
        var order = lines.GroupBy(l => l!["order_id"]![1]!.ToString()).First(g => g.All(l => l!["discount"]?.GetValue<decimal>() is null or 0));
        var name = order.Key.Split(' ')[0];
        var sketch = new PdfSketch()
            .Text(50, 60, order.First()!["partner_id"]![1]!.ToString(), 16, "F2").Text(50, 140, "Meridian Industrial Supply")
            .Text(50, 220, "Invoice", 16, "F2").Text(50, 245, "Invoice number").Text(170, 245, "RX-77120").Text(50, 260, "Invoice date").Text(170, 260, "20 November 2026").Text(50, 275, "Your order").Text(170, 275, name)
            .Table(310, 9, [50, 320, 390, 470], [.. order.Select(Row).Prepend(["Description", "Quantity", "Price", "Amount"])]);
        var net = order.Sum(Amount);
        var y = 340 + (20 * order.Count());
        return (name, sketch.Text(390, y, "Net amount").Text(480, y, Figure(net)).Text(390, y + 15, "VAT 20 %").Text(480, y + 15, Figure(Math.Round(net * 0.2m, 2))).Text(390, y + 30, "Total EUR").Text(480, y + 30, Figure(net + Math.Round(net * 0.2m, 2))).Page().Build());
    }

    private static string[] Row(JsonNode? line) => [Ascii(line!["product_id"]![1]!.ToString()), line["qty_to_invoice"]!.GetValue<decimal>().ToString("0.##", CultureInfo.InvariantCulture), Figure(line["price_unit"]!.GetValue<decimal>()), Figure(Amount(line))];

    private static decimal Amount(JsonNode? line) => Math.Round(line!["qty_to_invoice"]!.GetValue<decimal>() * line["price_unit"]!.GetValue<decimal>(), 2);

    private static string Figure(decimal value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    // "[CODE] Name" as Odoo shows products; a column has room for so much.
    private static string Ascii(string text) => string.Concat(text.Replace("[", string.Empty, StringComparison.Ordinal).Replace("]", string.Empty, StringComparison.Ordinal).Where(char.IsAscii).Take(44));
}
