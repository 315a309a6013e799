using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Testing.Service;
using Copilot.Testing.Teams;
using Xunit;

namespace Copilot.IntegrationTests.Host.Clients;

/// <summary>
/// The built program with a bot: asked over signed activities, and everything it sends read by Microsoft's own schema; and signed in to with tokens of a real
/// OpenID provider.
/// </summary>
public sealed class TeamsClientTests(NpmClients clients) : IClassFixture<NpmClients>, IDisposable
{
    private readonly TemporaryFolder _data = new();
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromMinutes(8));

    public void Dispose()
    {
        _data.Dispose();
        _limit.Dispose();
    }

    [SkippableFact]
    public async Task Everything_the_bot_sends_passes_Microsoft_s_schema_of_activities()
    {
        Skip.IfNot(clients.MissingBecause is null, clients.MissingBecause);
        await using var teams = await PracticeTeams.StartAsync();
        var program = teams.Settings().Aggregate(CopilotProgram.WithPracticeCompany(_data.Path, CopilotProcess.FreePort()), (p, s) => p.With(s.Key.Replace(":", "__", StringComparison.Ordinal), s.Value));
        await using var service = await CopilotProcess.ServeAsync(program, _limit.Token);
        teams.Bot = new Uri(service.Address, "/api/messages");

        await teams.BringAsync(teams.Message("Who am I?"));
        Assert.Contains("link ABCD-EFGH", (await teams.NextMessageAsync()).Text, StringComparison.Ordinal);
        await teams.BringAsync(teams.Message(await CodeAsync(service.Address, "operations-manager")));
        Assert.StartsWith("Hello", (await teams.NextMessageAsync()).Text, StringComparison.Ordinal);
        var answers = new List<SentActivity>();
        foreach (var question in new[] { "Which receipts are late?", "How many GLV-NIT-L do we have?", "How long may a customer take to return goods?", "Which orders are at risk?", "What is the weather on Mars?" })
        {
            await teams.BringAsync(teams.Message(question));
            answers.Add(await AnswerAsync(teams));
        }

        Assert.Empty(teams.Faults);
        Assert.Contains("GLV-NIT-L", answers[1].Text, StringComparison.Ordinal);
        Assert.NotEmpty(answers[1].Message!["citation"]!.AsArray());
        Assert.Contains("[1]", answers[2].Text, StringComparison.Ordinal);
        Assert.Contains(answers, answer => answer.Cards.Count > 0);

        var file = Path.Combine(_data.Path, "activities.jsonl");
        var sent = teams.Sent.ToArray();
        await File.WriteAllLinesAsync(file, sent.Select(s => s.Body.ToJsonString()), _limit.Token);
        var run = await NpmClients.NodeAsync(["activities.mjs", file], null, _limit.Token);
        Assert.True(run.ExitCode == 0, run.Error);
        var seen = JsonSerializer.Deserialize<JsonObject>(run.Output)!;
        Assert.All(seen["activities"]!.AsArray(), activity => Assert.True((bool)activity!["ok"]!, activity.ToJsonString()));
        Assert.Equal(sent.Length, seen["activities"]!.AsArray().Count);
        Assert.All(seen["wrong"]!.AsArray(), activity => Assert.False((bool)activity!["ok"]!));
    }

    [SkippableFact]
    public async Task Microsoft_s_Direct_Line_client_gets_answers_with_their_sources_and_cards()
    {
        Skip.IfNot(clients.MissingBecause is null, clients.MissingBecause);
        await using var teams = await PracticeTeams.StartAsync();
        teams.Endorsements = ["emulator"];
        var program = teams.Settings().Aggregate(CopilotProgram.WithPracticeCompany(_data.Path, CopilotProcess.FreePort()), (p, s) => p.With(s.Key.Replace(":", "__", StringComparison.Ordinal), s.Value));
        await using var service = await CopilotProcess.ServeAsync(program, _limit.Token);
        teams.Bot = new Uri(service.Address, "/api/messages");
        string[] said = ["Who am I?", await CodeAsync(service.Address, "sales-rep"), "How many GLV-NIT-L do we have?", "How long may a customer take to return goods?", "What is the weather on Mars?"];

        var run = await NpmClients.NodeAsync(["directline.mjs", new Uri(teams.Address, "/gate").ToString(), .. said], null, _limit.Token);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        var heard = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(said, heard.Select(h => (string)h["question"]!));
        Assert.Contains("link ABCD-EFGH", (string)heard[0]["text"]!, StringComparison.Ordinal);
        Assert.StartsWith("Hello", (string)heard[1]["text"]!, StringComparison.Ordinal);
        Assert.Contains("GLV-NIT-L", (string)heard[2]["text"]!, StringComparison.Ordinal);
        Assert.NotEmpty(heard[2]["attachments"]!.AsArray());
        var cited = heard[3]["entities"]!.AsArray().SingleOrDefault(e => (string?)e!["type"] == "https://schema.org/Message");
        Assert.True(cited is not null, heard[3].ToJsonString());
        Assert.NotEmpty(cited["citation"]!.AsArray());
        Assert.Contains("[1]", (string)heard[3]["text"]!, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Tokens_of_a_real_provider_open_the_service_with_their_roles()
    {
        Skip.IfNot(clients.MissingBecause is null, clients.MissingBecause);
        await using var provider = await NpmProvider.StartAsync(_limit.Token);
        var program = CopilotProgram.WithPracticeCompany(_data.Path, CopilotProcess.FreePort())
            .With("Oidc__Authority", provider.Issuer.ToString()).With("Oidc__Audience", NpmProvider.Audience).With("Oidc__Roles", "Sales Team=sales-rep")
            .With("Oidc__CompanyClaim", "companies").With("Oidc__Companies", "1:Meridian Industrial Supply,2:Meridian Packaging");
        await using var service = await CopilotProcess.ServeAsync(program, _limit.Token);

        using var sales = new HttpClient { BaseAddress = service.Address };
        sales.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(provider, "sales", NpmProvider.Audience));
        using var answer = await sales.PostAsJsonAsync("/api/v1/ask", new { question = "How many GLV-NIT-L do we have?" }, _limit.Token);
        var turn = (await answer.Content.ReadFromJsonAsync<JsonObject>(_limit.Token))!;
        Assert.Equal("answered", (string?)turn["outcome"]);
        Assert.Contains("GLV-NIT-L", (string?)turn["answer"], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await sales.GetAsync("/api/v1/audit/turns/x", _limit.Token)).StatusCode);

        using var nobody = new HttpClient { BaseAddress = service.Address };
        nobody.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(provider, "nobody", NpmProvider.Audience));
        using var refused = await nobody.PostAsJsonAsync("/api/v1/ask", new { question = "How many GLV-NIT-L do we have?" }, _limit.Token);
        Assert.NotEqual("answered", (string?)(await refused.Content.ReadFromJsonAsync<JsonObject>(_limit.Token))!["outcome"]);

        using var elsewhere = new HttpClient { BaseAddress = service.Address };
        elsewhere.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(provider, "sales", "api://another-service"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await elsewhere.GetAsync("/api/v1/conversations", _limit.Token)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.PostAsJsonAsync("/api/v1/demo/session", new { persona = "sales-rep" }, _limit.Token)).StatusCode);
    }

    [SkippableFact]
    public async Task A_browser_signs_in_at_a_real_provider_and_the_code_is_good_once_and_only_with_its_verifier()
    {
        Skip.IfNot(clients.MissingBecause is null, clients.MissingBecause);
        await using var provider = await NpmProvider.StartAsync(_limit.Token);
        var program = CopilotProgram.WithPracticeCompany(_data.Path, CopilotProcess.FreePort())
            .With("Oidc__Authority", provider.Issuer.ToString()).With("Oidc__Audience", NpmProvider.Audience).With("Oidc__Roles", "Sales Team=sales-rep")
            .With("Oidc__CompanyClaim", "companies").With("Oidc__Companies", "1:Meridian Industrial Supply").With("Oidc__ClientId", "chat").With("Oidc__Scope", "openid copilot");
        await using var service = await CopilotProcess.ServeAsync(program, _limit.Token);
        using var http = new HttpClient { BaseAddress = service.Address };
        var way = (await http.GetFromJsonAsync<JsonObject>("/api/v1/sign-in", _limit.Token))!;
        Assert.StartsWith(provider.Issuer.ToString(), (string)way["authorize"]!, StringComparison.Ordinal);

        const string Verifier = "a-verifier-of-this-test-0123456789-abcdefghijklmnopqrstuvwxyz";
        var redirect = new Uri(service.Address, "/").ToString();
        var refused = await http.PostAsJsonAsync("/api/v1/sign-in", new { code = await CodeAsync(way, Verifier, redirect), verifier = "another-verifier-0123456789-abcdefghijklmnopqrstuvwxyz", redirectUri = redirect }, _limit.Token);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);

        var code = await CodeAsync(way, Verifier, redirect);
        using var redeemed = await http.PostAsJsonAsync("/api/v1/sign-in", new { code, verifier = Verifier, redirectUri = redirect }, _limit.Token);
        Assert.True(redeemed.IsSuccessStatusCode, await redeemed.Content.ReadAsStringAsync(_limit.Token));
        var session = (await redeemed.Content.ReadFromJsonAsync<JsonObject>(_limit.Token))!;
        Assert.Equal(("sales-rep", "Sofia Marin"), ((string?)session["persona"], (string?)session["displayName"]));
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.PostAsJsonAsync("/api/v1/sign-in", new { code, verifier = Verifier, redirectUri = redirect }, _limit.Token)).StatusCode);

        using var signedIn = new HttpClient { BaseAddress = service.Address };
        signedIn.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)session["token"]!);
        var me = (await signedIn.GetFromJsonAsync<JsonObject>("/api/v1/me", _limit.Token))!;
        Assert.Equal(["sales-rep"], me["roles"]!.AsArray().Select(r => (string?)r));
    }

    /// <summary>Goes the way of a browser from the provider's address back to ours.</summary>
    private async Task<string> CodeAsync(JsonObject way, string verifier, string redirect)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
        var challenge = System.Buffers.Text.Base64Url.EncodeToString(System.Security.Cryptography.SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        var next = new Uri($"{way["authorize"]}?response_type=code&client_id={way["clientId"]}&redirect_uri={Uri.EscapeDataString(redirect)}&scope={Uri.EscapeDataString((string)way["scope"]!)}&state=s&code_challenge={challenge}&code_challenge_method=S256");
        while (!next.ToString().StartsWith(redirect, StringComparison.Ordinal))
        {
            using var answer = await browser.GetAsync(next, _limit.Token);
            Assert.True(answer.Headers.Location is not null, $"{next} answered {answer.StatusCode}: {await answer.Content.ReadAsStringAsync(_limit.Token)}");
            next = new Uri(next, answer.Headers.Location!);
        }

        return System.Web.HttpUtility.ParseQueryString(next.Query)["code"]!;
    }

    private static async Task<SentActivity> AnswerAsync(PracticeTeams teams)
    {
        // The answer itself carries the label; cards may follow it.
        while (true)
        {
            if (await teams.NextMessageAsync() is { Message: not null } answer)
            {
                return answer;
            }
        }
    }

    private async Task<string> CodeAsync(Uri service, string persona)
    {
        using var client = await CopilotClient.SignInAsync(service, persona, _limit.Token);
        using var http = new HttpClient { BaseAddress = service };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", client.Token);
        using var made = await http.PostAsync("/api/v1/teams/invitations", null, _limit.Token);
        return (string)(await made.Content.ReadFromJsonAsync<JsonObject>(_limit.Token))!["say"]!;
    }

    private async Task<string> TokenAsync(NpmProvider provider, string client, string audience)
    {
        using var http = new HttpClient { BaseAddress = provider.Issuer };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{client}:{client}-secret")));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["scope"] = "copilot", ["resource"] = audience });
        using var response = await http.PostAsync("/token", form, _limit.Token);
        return (string)(await response.Content.ReadFromJsonAsync<JsonObject>(_limit.Token))!["access_token"]!;
    }
}
