using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>What a client of the event stream can show.</summary>
public sealed class EventStreamFaceTests(FaceHouse house) : FaceContract, IClassFixture<FaceHouse>
{
    internal override ScriptedRunner Runner => house.Runner;

    internal override IServiceProvider Services => house.Services;

    internal override PracticeWriter Todo => house.Todo;

    protected override async Task<Showing> AskAsync(string question, string language = "en")
    {
        var client = await house.SignedInAsync();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", language + ", en;q=0.5");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/ask") { Content = JsonContent.Create(new { question }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return new StreamShowing(client, response, new StreamReader(await response.Content.ReadAsStreamAsync()), question);
    }

    private sealed class StreamShowing(HttpClient client, HttpResponseMessage response, StreamReader reader, string question) : EventShowing(question)
    {
        private string? refusal;

        protected override HttpClient Rest => client;

        protected override string? Refusal => refusal;

        public override Task StopAsync()
        {
            reader.Dispose();
            response.Dispose();
            return Task.CompletedTask;
        }

        public override async ValueTask DisposeAsync()
        {
            await StopAsync();
            client.Dispose();
        }

        protected override async Task<JsonElement?> NextAsync()
        {
            if (!response.IsSuccessStatusCode)
            {
                refusal = JsonDocument.Parse(await reader.ReadToEndAsync()).RootElement.GetProperty("detail").GetString();
                return null;
            }

            while (await reader.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("data: ", StringComparison.Ordinal))
                {
                    return JsonDocument.Parse(line["data: ".Length..]).RootElement;
                }
            }

            return null;
        }
    }
}
