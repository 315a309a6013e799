using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using Copilot.Host.Channels.Helpdesk;
using Copilot.Testing;
using Copilot.Testing.Helpdesk;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels.Helpdesk;

/// <summary>The addon's own Python and this service understand each other.</summary>
public sealed class HandedKeyTests(TestHouse house) : IClassFixture<TestHouse>
{
    private const string Once = "once-once-once-once";

    // Computed by the addon's signing.py.
    private const string Hidden = "qLOG7KgnUAufCAta1_TmtuJImVNfvcIpt2Auypiy3qUXeiCnkk0u6A";

    [Fact]
    public void What_the_addon_hid_is_opened_with_the_same_key_for_the_same_token_only()
    {
        Assert.Equal("0123456789abcdef0123456789abcdef01234567", HandedKey.Open(Hidden, PracticeOdoo.Key, Once));
        Assert.Null(HandedKey.Open(Hidden, PracticeOdoo.NextKey, Once));
        Assert.Null(HandedKey.Open(Hidden, PracticeOdoo.Key, Once + "x"));
        Assert.Equal(Hidden, PracticeOdoo.Hide("0123456789abcdef0123456789abcdef01234567", PracticeOdoo.Key, Once));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    public void What_is_no_hidden_key_is_none(string hidden) => Assert.Null(HandedKey.Open(hidden, PracticeOdoo.Key, Once));

    [SkippableFact]
    public async Task A_token_that_the_addon_signs_signs_in()
    {
        Skip.IfNot(File.Exists("/usr/bin/python3"), "python3 is not installed.");
        var start = new ProcessStartInfo("/usr/bin/python3") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-B");
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add($$"""
            import sys
            sys.path.insert(0, sys.argv[1])
            import signing
            claims = {'aud': 'distribution-copilot', 'sub': '7', 'db': 'distributor', 'login': 'sofia', 'name': 'Sofía Márquez', 'tz': '', 'companies': [{'id': 1, 'name': 'Meridian'}],
                      'groups': ['sales_team.group_sale_salesman'], 'record': {'model': 'crm.lead', 'id': 3}, 'about': {'model': 'res.partner', 'id': 9}, 'about_name': 'Harbour'}
            print(signing.sign(claims, '{{PracticeOdoo.KeyName}}:{{PracticeOdoo.Key}}', '0123456789abcdef0123456789abcdef01234567'))
            """);
        start.ArgumentList.Add(RepositoryRoot.Join("src", "odoo_addon", "distribution_copilot"));
        using var python = Process.Start(start)!;
        var (token, trouble) = (await python.StandardOutput.ReadToEndAsync(), await python.StandardError.ReadToEndAsync());
        Assert.True(token.Length > 0, trouble);

        using var client = new HttpClient { BaseAddress = house.Address };
        using var response = await client.PostAsJsonAsync("/api/v1/sidebar/session", new { token = token.Trim() });
        var text = await response.Content.ReadAsStringAsync();

        Assert.True(response.StatusCode == HttpStatusCode.OK, text);
        Assert.Contains("Sofía Márquez", text, StringComparison.Ordinal);
        Assert.Contains("\"about\":{\"model\":\"res.partner\",\"id\":9}", text, StringComparison.Ordinal);
    }
}
