using System.Globalization;
using System.Net.Http.Headers;

namespace Copilot.Models.Endpoints;

/// <summary>How long a server asks to be left alone: <c>retry-after-ms</c>, else <c>Retry-After</c> in seconds or as a date (RFC 9110, section 10.2.3).</summary>
internal static class WaitHeaders
{
    /// <summary>Reads the wait.</summary>
    /// <param name="headers">The answer's headers.</param>
    /// <param name="now">The time, for dates.</param>
    /// <returns>The wait, never negative; null when the server does not say.</returns>
    public static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (headers.TryGetValues("retry-after-ms", out var milliseconds) && Number(milliseconds.First()) is { } exact)
        {
            return Bounded(exact / 1000);
        }

        if (!headers.TryGetValues("Retry-After", out var values))
        {
            return null;
        }

        var text = values.First();
        return Number(text) is { } seconds ? Bounded(seconds)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? Bounded((date - now).TotalSeconds)
            : null;
    }

    // Some servers write fractions of seconds, which the standard does not have.
    private static double? Number(string text)
        => double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static TimeSpan Bounded(double seconds) => TimeSpan.FromSeconds(Math.Clamp(seconds, 0, 7 * 24 * 3600));
}
