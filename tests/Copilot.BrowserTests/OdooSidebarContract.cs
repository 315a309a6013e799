using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Testing.Service;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Copilot.BrowserTests;

/// <summary>The addon, installed in a real Odoo and clicked through. One class for each version inherits it.</summary>
public abstract partial class OdooSidebarContract(string service, int version) : IAsyncLifetime
{
    // The first page after the installation has all its scripts and styles put together.
    private static readonly float Patience = 240_000;

    private readonly TemporaryFolder data = new();
    private CopilotProcess? copilot;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private OdooCalls? odoo;

    private Uri Address => new(Environment.GetEnvironmentVariable($"COPILOT_TEST_{service}_URL")!);

    /// <summary>The address of a record's form in this version.</summary>
    protected abstract string FormOf(string model, string action, int id);

    public async Task InitializeAsync()
    {
        if (MissingBecause() is not null)
        {
            return;
        }

        odoo = new OdooCalls(Address);
        await odoo.InstallAsync();
        var key = (await odoo.CallAsync("ir.config_parameter", "get_param", ["distribution_copilot.key"]))!.ToString();
        copilot = await ServeAsync(key, data);
        await odoo.SetAsync("url", copilot.Address.GetLeftPart(UriPartial.Authority));
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium.Path, Headless = true, Args = ["--no-sandbox", "--lang=en-GB"] });
    }

    public async Task DisposeAsync()
    {
        if (odoo is not null)
        {
            // Nobody sees a button any more that leads nowhere.
            await odoo.SetAsync("url", string.Empty);
            odoo.Dispose();
        }

        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (copilot is not null)
        {
            await copilot.DisposeAsync();
        }

        data.Dispose();
    }

    [SkippableFact]
    public async Task The_copilot_stands_beside_an_order_answers_about_it_writes_into_the_chatter_and_follows_to_another_record()
    {
        Skip.If(MissingBecause() is not null, MissingBecause());
        var (id, name) = await OrderAsync("salesmanager");
        var page = await SignedInAsync("salesmanager");
        await page.GotoAsync(FormOf("sale.order", "sale.action_orders", id));
        await page.Locator(".distribution-copilot-tab.shown").ClickAsync(new() { Timeout = Patience });
        var frame = page.FrameLocator(".distribution-copilot iframe");
        await Expect(frame.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name, new() { Timeout = Patience });
        var brief = await AnswerAsync(frame, 1);
        Assert.Contains(name, brief, StringComparison.Ordinal);
        await PictureAsync(page);

        await frame.GetByRole(AriaRole.Button, new() { Name = "Into a message" }).ClickAsync();
        await Expect(frame.GetByText("Read it before you send it")).ToBeVisibleAsync(new() { Timeout = Patience });
        var written = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('textarea')].map(t => t.value)");
        Assert.Contains(written, text => text.Contains(name, StringComparison.Ordinal));

        await frame.GetByRole(AriaRole.Button, new() { Name = "As a note" }).ClickAsync();
        var note = frame.GetByRole(AriaRole.Region, new() { Name = $"Note on {name}" });
        var words = $"Seen with the copilot, {Guid.NewGuid():N}";
        await note.GetByRole(AriaRole.Textbox).FillAsync(words);
        await note.GetByRole(AriaRole.Button, new() { Name = "Post the note" }).ClickAsync();
        await Expect(note.GetByRole(AriaRole.Status)).ToContainTextAsync("Done", new() { Timeout = Patience });
        await PictureAsync(page, "-note");
        var posted = (await odoo!.CallAsync(
            "mail.message",
            "search_read",
            [new JsonArray(new JsonArray("model", "=", "sale.order"), new JsonArray("res_id", "=", id), new JsonArray("body", "ilike", words))],
            new JsonObject { ["fields"] = new JsonArray("create_uid", "subtype_id") }))!.AsArray();
        Assert.Equal("Note", (string?)Assert.Single(posted)!["subtype_id"]![1]);

        // By the user's own key: the note is that person's, not the service account's.
        var author = (await odoo.CallAsync("res.users", "read", [new JsonArray((int)posted[0]!["create_uid"]![0]!)], new JsonObject { ["fields"] = new JsonArray("login") }))!;
        Assert.Equal("salesmanager", (string?)author[0]!["login"]);

        var customer = (await odoo!.CallAsync("sale.order", "read", [new JsonArray(id)], new JsonObject { ["fields"] = new JsonArray("partner_id") }))![0]!["partner_id"]!;
        await page.EvaluateAsync("() => { window.onbeforeunload = null; }");
        await page.GotoAsync("about:blank");
        await page.GotoAsync(FormOf("res.partner", "base.action_partner_form", customer[0]!.GetValue<int>()));
        await page.Locator(".distribution-copilot-tab.shown").ClickAsync(new() { Timeout = Patience });
        await Expect(frame.Locator("copilot-message .question")).ToContainTextAsync("this contact", new() { Timeout = Patience });
        await AnswerAsync(frame, 1);
    }

    [SkippableFact]
    public async Task Who_may_not_read_a_record_gets_no_copilot_for_it_and_nobody_signs_tokens_by_remote_calls()
    {
        Skip.If(MissingBecause() is not null, MissingBecause());
        var (id, _) = await OrderAsync("salesmanager");
        var page = await SignedInAsync("employee");

        var answers = await page.EvaluateAsync<JsonElement>(
            """
            async (id) => {
              const call = async (route, params) => (await fetch('/distribution_copilot/' + route, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ jsonrpc: '2.0', params }) })).json();
              return [await call('record', { model: 'sale.order', id }), await call('token', { model: 'sale.order', id }), await call('record', { model: 'res.users', id: 2 }), await call('token', { model: 'res.users', id: 2 })];
            }
            """,
            id);

        Assert.False(answers[0].GetProperty("result").GetBoolean());
        Assert.False(answers[1].GetProperty("result").TryGetProperty("token", out _), answers[1].GetRawText());
        Assert.False(answers[2].GetProperty("result").GetBoolean());
        Assert.False(answers[3].GetProperty("result").TryGetProperty("token", out _), answers[3].GetRawText());
        foreach (var method in new[] { "_token", "_setting", "_make_key" })
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => odoo!.CallAsync("distribution.copilot", method, ["key"], login: "employee"));
        }
    }

    [SkippableFact]
    public async Task A_purchase_an_opportunity_and_a_transfer_open_with_their_brief()
    {
        Skip.If(MissingBecause() is not null, MissingBecause());
        foreach (var (login, model, action, filter, about) in Kinds)
        {
            var record = await RecordAsync(model, filter, about);
            var page = await SignedInAsync(login);
            await page.GotoAsync(FormOf(model, action, record.Id));
            await page.Locator(".distribution-copilot-tab.shown").ClickAsync(new() { Timeout = Patience });
            var frame = page.FrameLocator(".distribution-copilot iframe");
            await Expect(frame.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(record.About, new() { Timeout = Patience });
            var brief = await AnswerAsync(frame, 1);
            await PictureAsync(page, "-" + model.Replace('.', '-'));
            Assert.True(brief.Contains(record.About, StringComparison.Ordinal), $"{model}: {brief}");
            Assert.False(Excuse().IsMatch(brief), $"{model}: {brief}");
            await page.Context.CloseAsync();
        }
    }

    /// <summary>The steps of README's "Sidebar in 10 minutes", each done where it says, in an Odoo that has never seen the addon.</summary>
    [SkippableFact]
    public async Task The_way_of_the_readme_leads_from_the_list_of_apps_to_the_copilot_beside_an_order()
    {
        Skip.If(MissingBecause() is not null, MissingBecause());
        await odoo!.UninstallAsync();
        await odoo.SetAsync("url", string.Empty);
        var page = await SignedInAsync("admin");

        await MenuAsync(page, "Settings");
        await page.GetByText("Activate the developer mode", new() { Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("debug", StringComparison.Ordinal), new() { Timeout = Patience, WaitUntil = WaitUntilState.Commit });
        await MenuAsync(page, "Apps");
        await page.GetByText("Update Apps List", new() { Exact = true }).ClickAsync();
        await page.Locator(".modal").GetByRole(AriaRole.Button, new() { Name = "Update", Exact = true }).ClickAsync();
        await Expect(page.Locator(".modal")).ToHaveCountAsync(0, new() { Timeout = Patience });
        var card = await AppAsync(page);
        await card.GetByRole(AriaRole.Button, new() { NameRegex = Install() }).ClickAsync();
        await odoo.InstalledAsync();
        page = await AfreshAsync(page);
        await MenuAsync(page, "Settings");
        await page.Locator(".settings_tab").GetByText("General Settings", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator(".app_settings_block:visible h2", new() { HasTextString = "Distribution Copilot" })).ToHaveCountAsync(1, new() { Timeout = Patience });
        var shown = page.Locator("input[name=copilot_key], [name=copilot_key] input");
        await Expect(shown).ToHaveAttributeAsync("type", "text");
        var key = await shown.InputValueAsync();
        var address = page.Locator("input[name=copilot_url], [name=copilot_url] input");
        await Expect(address).ToHaveValueAsync(string.Empty);
        using var folder = new TemporaryFolder();
        await using var service = await ServeAsync(key, folder);
        await address.FillAsync(service.Address.GetLeftPart(UriPartial.Authority));
        await PictureAsync(page, "-settings");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await odoo.HasAsync("url", service.Address.GetLeftPart(UriPartial.Authority));
        page = await AfreshAsync(page);
        await MenuAsync(page, "Sales");
        await page.Locator(".o_data_row .o_data_cell").First.ClickAsync();
        await page.Locator(".distribution-copilot-tab.shown").ClickAsync(new() { Timeout = Patience });
        var frame = page.FrameLocator(".distribution-copilot iframe");
        var brief = await AnswerAsync(frame, 1);
        var name = await frame.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync();
        Assert.Contains(name, brief, StringComparison.Ordinal);
    }

    /// <summary>Who looks at what, by which action, how such a record is found, and whose name stands over the brief: its own, or that of a field.</summary>
    private static (string Login, string Model, string Action, JsonArray Filter, string? About)[] Kinds =>
    [
        ("buyer", "purchase.order", "purchase.purchase_form_action", [new JsonArray("state", "=", "purchase")], null),
        ("salesmanager", "crm.lead", "crm.crm_lead_all_leads", [new JsonArray("partner_id", "!=", false), new JsonArray("type", "=", "opportunity")], "partner_id"),
        ("admin", "stock.picking", "stock.action_picking_tree_all", [new JsonArray("sale_id", "!=", false), new JsonArray("sale_id.state", "=", "sale")], "sale_id"),
    ];

    [System.Text.RegularExpressions.GeneratedRegex("^(Install|Activate)$")]
    private static partial System.Text.RegularExpressions.Regex Install();

    /// <summary>Chooses an application from the menu at the upper left.</summary>
    private static async Task MenuAsync(IPage page, string name)
    {
        await page.Locator(".o_navbar_apps_menu button, .o_menu_apps > li > a, .o_menu_apps .dropdown-toggle").First.ClickAsync();
        await page.Locator(".dropdown-menu, .o-dropdown--menu").GetByText(name, new() { Exact = true }).First.ClickAsync();
    }

    /// <summary>Loads Odoo anew, in another tab: it may be loading itself anew in this one.</summary>
    private static async Task<IPage> AfreshAsync(IPage page)
    {
        var afresh = await page.Context.NewPageAsync();
        await page.CloseAsync();
        await afresh.GotoAsync("/web");
        return afresh;
    }

    /// <summary>Looks our addon up among the applications, again where Odoo drew the page anew under the typing.</summary>
    private async Task<ILocator> AppAsync(IPage page)
    {
        var card = page.Locator(".o_kanban_record", new() { HasText = "Distribution Copilot" });
        for (var looks = 0; looks < 4; looks++)
        {
            await MenuAsync(page, "Apps");
            await page.Locator(".o_searchview_input").FillAsync("Distribution Copilot");
            await page.Keyboard.PressAsync("Enter");
            try
            {
                await Expect(card).ToHaveCountAsync(1, new() { Timeout = Patience / 8 });
                break;
            }
            catch (PlaywrightException) when (looks < 3)
            {
                await PictureAsync(page, "-apps");
            }
        }

        return card;
    }

    private async Task<CopilotProcess> ServeAsync(string key, TemporaryFolder folder)
    {
        var program = new CopilotProgram
        {
            Settings = new Dictionary<string, string>
            {
                ["Data"] = folder.Path,
                ["Odoo__Url"] = Address.GetLeftPart(UriPartial.Authority),
                ["Odoo__Database"] = "distributor",
                ["Odoo__Service__Login"] = "admin",
                ["Odoo__Service__Secret"] = "admin",
                ["Exceptions__Enabled"] = "false",
                ["Sidebar__Keys"] = key,
                ["Sidebar__Origins"] = Address.GetLeftPart(UriPartial.Authority),
            },
        };
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(4));
        return await CopilotProcess.ServeAsync(program, limit.Token);
    }

    private async Task<(int Id, string About)> RecordAsync(string model, JsonArray filter, string? about)
    {
        var fields = new JsonArray("display_name");
        if (about is not null)
        {
            fields.Add(about);
        }

        var found = (await odoo!.CallAsync(model, "search_read", [filter], new JsonObject { ["fields"] = fields, ["limit"] = 1, ["order"] = "id" }))!.AsArray();
        Assert.True(found.Count == 1, $"The demo data hold no {model} of {filter.ToJsonString()}.");
        var name = about is null ? found[0]!["display_name"]!.ToString() : found[0]![about]![1]!.ToString();

        // An order is named with its reference behind it, a contact behind its company.
        return (found[0]!["id"]!.GetValue<int>(), name.Split(" (")[0].Split(", ")[^1]);
    }

    [System.Text.RegularExpressions.GeneratedRegex("I can't tell you|I could not find out|I could not answer|I don't know|I found nothing|did not understand|went wrong")]
    private static partial System.Text.RegularExpressions.Regex Excuse();

    private async Task<(int Id, string Name)> OrderAsync(string login)
    {
        var found = await odoo!.CallAsync("sale.order", "search_read", [new JsonArray(new JsonArray("state", "=", "sale"))], new JsonObject { ["fields"] = new JsonArray("name"), ["limit"] = 1, ["order"] = "id" }, login);
        return (found![0]!["id"]!.GetValue<int>(), found[0]!["name"]!.ToString());
    }

    private async Task<IPage> SignedInAsync(string login)
    {
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1440, Height = 820 }, Locale = "en-GB", BaseURL = Address.ToString() });
        context.SetDefaultTimeout(Patience);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/web/login");
        await page.Locator("input[name=login]").FillAsync(login);
        await page.Locator("input[name=password]").FillAsync(login);
        await page.Locator("form[action*='login'] button[type=submit], .oe_login_form button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/web/login", StringComparison.Ordinal), new() { Timeout = Patience, WaitUntil = WaitUntilState.Commit });
        return page;
    }

    private static async Task<string> AnswerAsync(IFrameLocator frame, int number)
    {
        await Expect(frame.Locator("copilot-message")).ToHaveCountAsync(number, new() { Timeout = Patience });
        var last = frame.Locator("copilot-message").Last;
        await Expect(last.GetByRole(AriaRole.Button, new() { Name = "Ask again" })).ToBeVisibleAsync(new() { Timeout = Patience });
        return await last.Locator(".answer").InnerTextAsync();
    }

    private async Task PictureAsync(IPage page, string what = "")
    {
        if (Environment.GetEnvironmentVariable("COPILOT_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Directory.CreateDirectory(folder).FullName, $"sidebar-{version}{what}.png") });
        }
    }

    /// <summary>As for the other real services: at home a missing one is skipped, with <c>CI=true</c> only a stated reason excuses it.</summary>
    private string? MissingBecause()
    {
        if (Chromium.MissingBecause() is { } chromium)
        {
            return chromium;
        }

        if (Environment.GetEnvironmentVariable($"COPILOT_TEST_{service}_URL") is { Length: > 0 })
        {
            return null;
        }

        return Environment.GetEnvironmentVariable($"COPILOT_TEST_{service}_MISSING") is { Length: > 0 } reason ? reason
            : Environment.GetEnvironmentVariable("CI") == "true" ? throw new InvalidOperationException($"{service} is neither there (COPILOT_TEST_{service}_URL) nor excused (COPILOT_TEST_{service}_MISSING).")
            : $"COPILOT_TEST_{service}_URL is not set; tests/run.sh sets it.";
    }
}
