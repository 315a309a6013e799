using System.Globalization;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo;

/// <summary>Checks <see cref="OdooOptions"/> when the program starts and names all faults together.</summary>
internal sealed class OdooOptionsCheck : IValidateOptions<OdooOptions>
{
    public ValidateOptionsResult Validate(string? name, OdooOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(OdooOptions o)
        => [
            .. Address(nameof(o.Url), o.Url, mayBeEmpty: o.Embedded is not null),
            .. Address(nameof(o.PublicUrl), o.PublicUrl, mayBeEmpty: true),
            .. Rule(o.Database.Length > 0 && !o.Database.Any(char.IsWhiteSpace), nameof(o.Database), o.Database, "give the name of the database, without spaces"),
            .. Rule(Enum.IsDefined(o.Api), nameof(o.Api), o.Api, "use auto, jsonrpc or json2"),
            .. Span(nameof(o.ConnectTimeout), o.ConnectTimeout, TimeSpan.FromSeconds(0.1), TimeSpan.FromMinutes(1)),
            .. Span(nameof(o.ReadTimeout), o.ReadTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)),
            .. Span(nameof(o.WriteTimeout), o.WriteTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
            .. Span(nameof(o.SchemaLifetime), o.SchemaLifetime, TimeSpan.Zero, TimeSpan.FromDays(1)),
            .. Range(nameof(o.ReadRetries), o.ReadRetries, 0, 5),
            .. Range(nameof(o.Concurrency), o.Concurrency, 1, 64),
            .. Range(nameof(o.AnswerMegabytes), o.AnswerMegabytes, 1, 256),
        ];

    private static IEnumerable<string> Address(string key, string value, bool mayBeEmpty)
    {
        if (value.Length == 0)
        {
            return Rule(mayBeEmpty, key, "nothing", "give Odoo's address, for example https://odoo.example.com");
        }

        if (!Uri.TryCreate(value, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return Rule(false, key, "something else", "start it with http:// or https://");
        }

        // The value itself is not repeated: an address with a login would put the password into the log.
        return Rule(uri.UserInfo.Length == 0, key, "an address with a login", "leave the login out of the address");
    }

    private static IEnumerable<string> Span(string key, TimeSpan value, TimeSpan least, TimeSpan most)
        => Rule(value >= least && value <= most, key, value, $"give {least:c} to {most:c}");

    private static IEnumerable<string> Range(string key, int value, int least, int most)
        => Rule(value >= least && value <= most, key, value, string.Create(CultureInfo.InvariantCulture, $"give {least} to {most}"));

    private static IEnumerable<string> Rule(bool holds, string key, object value, string repair)
        => holds ? [] : [string.Create(CultureInfo.InvariantCulture, $"Copilot:Odoo:{key} is {value}: {repair}.")];
}
