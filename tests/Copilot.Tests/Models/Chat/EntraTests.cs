using Copilot.Contracts;
using Copilot.Models;
using Copilot.Testing.Models;
using Xunit;

namespace Copilot.Tests.Models.Chat;

/// <summary>Signing in to Azure without a key.</summary>
public sealed class EntraTests : ChatBench
{
    private const string Secret = "hush/+ hush";
    private readonly List<(string Call, string Body)> _asked = [];
    private string _life = "\"expires_in\":3600";
    private int _tokens;

    private ModelOptions Azure(EntraOptions? entra = null) => Options(ModelKind.Azure) with
    {
        ApiKey = null,
        Chat = Options().Chat with { Entra = entra ?? new EntraOptions { Tenant = "contoso.com", Client = "app", Secret = Secret, Authority = Server.Address } },
    };

    [Fact]
    public async Task A_token_is_fetched_once_and_again_before_it_ends()
    {
        Script();
        var client = Client(Azure());
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => StreamAsync(client)));
        Assert.Equal(("POST /contoso.com/oauth2/v2.0/token", "grant_type=client_credentials&client_id=app&client_secret=hush%2F%2B+hush&scope=https%3A%2F%2Fai.azure.com%2F.default"), Assert.Single(_asked));
        Assert.All(Server.Requests, request => Assert.Equal("Bearer token-1", request.Headers["Authorization"]));
        Clock.Pass(TimeSpan.FromMinutes(56));
        await StreamAsync(client);
        Assert.Equal("Bearer token-2", Server.Requests.Last().Headers["Authorization"]);
    }

    [Fact]
    public async Task An_old_token_serves_while_no_new_one_can_be_had()
    {
        Script();
        var client = Client(Azure());
        await StreamAsync(client);
        Server.Other = (_, _) => (503, "{}");
        Clock.Pass(TimeSpan.FromMinutes(57));
        await StreamAsync(client);
        Assert.Equal("Bearer token-1", Server.Requests.Last().Headers["Authorization"]);
        Clock.Pass(TimeSpan.FromMinutes(4));
        Assert.Equal(ChatModelFault.Unavailable, (await FailAsync(client)).Fault.Fault);
    }

    [Fact]
    public async Task A_token_that_is_refused_is_replaced_once()
    {
        Script();
        Server.Then(ScriptedReply.Refuse(401, "{}"), ScriptedReply.Say("ok"), ScriptedReply.Refuse(401, "{}"), ScriptedReply.Refuse(401, "{}"));
        var client = Client(Azure());
        Assert.Equal("ok", (await StreamAsync(client)).Text);
        var fault = (await FailAsync(client)).Fault;
        Assert.Equal((ChatModelFault.Refused, 4), (fault.Fault, Server.Requests.Count));
        Assert.Contains("Entra", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_managed_identity_is_asked_at_the_platforms_endpoint()
    {
        Script();
        _life = "\"expires_on\":\"" + Now.AddHours(1).ToUnixTimeSeconds() + "\"";
        await StreamAsync(Client(Azure(new EntraOptions { Client = "mine", IdentityEndpoint = new Uri(Server.Address, "/msi/token"), IdentityHeader = "hush" })));
        Assert.Equal("GET /msi/token?api-version=2019-08-01&resource=https%3A%2F%2Fai.azure.com&client_id=mine", Assert.Single(_asked).Call);
        Assert.Equal("Bearer token-1", Server.Requests.Last().Headers["Authorization"]);
    }

    [Theory]
    [InlineData(400, """{"error":"invalid_client","error_description":"AADSTS7000215: Invalid client secret hush/+ hush provided for app of alice@contoso.com"}""", ChatModelFault.Refused, "AADSTS7000215")]
    [InlineData(200, """{"token_type":"Bearer"}""", ChatModelFault.BadAnswer, "no token")]
    [InlineData(200, "<html>", ChatModelFault.BadAnswer, "can't be read")]
    public async Task A_sign_in_that_fails_says_its_code_and_nothing_else(int status, string body, ChatModelFault fault, string words)
    {
        Server.Other = (_, _) => (status, body);
        var trouble = (await FailAsync(Client(Azure()))).Fault;
        Assert.Equal(fault, trouble.Fault);
        Assert.Contains(words, trouble.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", trouble.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("alice", trouble.ToString(), StringComparison.Ordinal);
        Assert.Empty(Server.Requests);
    }

    private void Script() => Server.Other = (call, body) =>
    {
        lock (_asked)
        {
            _asked.Add((call, body));
            return (200, $$"""{"token_type":"Bearer","access_token":"token-{{++_tokens}}",{{_life}}}""");
        }
    };
}
