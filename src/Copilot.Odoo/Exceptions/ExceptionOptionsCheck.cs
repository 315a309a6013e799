using System.Globalization;
using Copilot.Contracts;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo.Exceptions;

/// <summary>Checks <see cref="ExceptionOptions"/> when the program starts and names all faults together.</summary>
internal sealed class ExceptionOptionsCheck : IValidateOptions<ExceptionOptions>
{
    private const int ShortestSecret = 16;

    public ValidateOptionsResult Validate(string? name, ExceptionOptions options)
    {
        List<string> faults =
        [
            .. Range(nameof(options.PollSeconds), options.PollSeconds, 5, 3600),
            .. Range(nameof(options.SweepMinutes), options.SweepMinutes, 1, 1440),
            .. Range(nameof(options.StaleMinutes), options.StaleMinutes, 1, 1440),
            .. Range(nameof(options.PaceMinutes), options.PaceMinutes, 1, 1440),
            .. Rule(ExceptionOptions.Read(options.Thresholds) is not null, nameof(options.Thresholds), options.Thresholds, $"write role=score with commas between; a role is * or one of {string.Join(", ", RoleNames.All)}, a score 0 to 100"),
            .. Rule(TimeZoneInfo.TryFindSystemTimeZoneById(options.TimeZone, out _), nameof(options.TimeZone), options.TimeZone, "write an IANA time zone such as Europe/Paris"),
            .. Rule(options.WebhookSecret.Length is 0 or >= ShortestSecret, nameof(options.WebhookSecret), "too short (its value is hidden)", $"use at least {ShortestSecret} characters, or remove it"),
        ];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Range(string key, int value, int least, int most)
        => Rule(value >= least && value <= most, key, value, string.Create(CultureInfo.InvariantCulture, $"give {least} to {most}"));

    private static IEnumerable<string> Rule(bool holds, string key, object value, string repair)
        => holds ? [] : [string.Create(CultureInfo.InvariantCulture, $"Copilot:Exceptions:{key} is {value}: {repair}.")];
}
