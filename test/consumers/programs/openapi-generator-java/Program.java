import java.io.File;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openapitools.client.ApiClient;
import org.openapitools.client.api.MediaApi;
import org.openapitools.client.model.MediaListResponse;

/** The client of openapi-generator for Java: a class for each tag. */
public class Program {
  static String env(String name) {
    return System.getenv(name);
  }

  static MediaApi connect(String baseUrl) {
    ApiClient client = new ApiClient();
    client.setBasePath(baseUrl);
    client.setBearerToken(env("API_KEY"));
    return new MediaApi(client);
  }

  record Said(List<String> ids, boolean recipe) {}

  public static void main(String[] args) throws Exception {
    MediaApi api = connect(env("API_URL"));
    MediaApi uploads = connect(env("UPLOADS_URL"));
    uploads.setCustomBaseUrl(env("UPLOADS_URL"));
    int limit = Integer.parseInt(env("PAGE_SIZE"));
    List<String> seen = list(api, 5, 1);
    take("list", () -> new Said(list(api, limit, 1), false));
    take("page", () -> new Said(list(api, limit, 2), false));
    take("upload", () -> onEitherHost(api, uploads, each -> each.createMedia(null, new File(env("FILE")), null, null, null).getData().getId()));
    take("ingest", () -> onEitherHost(api, uploads, each -> each.createMedia(null, null, URI.create(env("INGEST_URL")), null, null).getData().getId()));
    take("rename", () -> {
      api.updateMedia(seen.get(0), null, env("TITLE"), null);
      return new Said(List.of(seen.get(0)), false);
    });
    take("metadata", () -> labelled(api, seen.get(1)));
    take("delete", () -> {
      api.deleteMedia(seen.get(2), null);
      return new Said(List.of(seen.get(2)), false);
    });
    System.exit(0);
  }

  /** The generator puts the header of the version first for one form of the document, and last for the other. */
  static List<String> list(MediaApi api, int limit, int page) throws Exception {
    Method method = Stream.of(MediaApi.class.getMethods()).filter(each -> each.getName().equals("listMedia")).findAny().orElseThrow();
    Iterator<Integer> numbers = List.of(limit, page).iterator();
    Object[] values = Stream.of(method.getParameterTypes()).map(type -> type == Integer.class ? numbers.next() : null).toArray();
    MediaListResponse response = (MediaListResponse) method.invoke(api, values);
    return response.getData().stream().map(each -> each.getId()).collect(Collectors.toList());
  }

  interface Create {
    String on(MediaApi api) throws Exception;
  }

  /** First as the client comes, then with the uploads host given to it. */
  static Said onEitherHost(MediaApi api, MediaApi uploads, Create create) throws Exception {
    try {
      return new Said(List.of(create.on(api)), false);
    } catch (Exception refused) {
      return new Said(List.of(create.on(uploads)), true);
    }
  }

  /** First with the generated method, then with one plain request. */
  static Said labelled(MediaApi api, String id) throws Exception {
    Map<String, String> metadata = Map.of("binder", "top left");
    try {
      api.updateMedia(id, null, null, metadata);
      return new Said(List.of(id), false);
    } catch (Exception refused) {
      String form = metadata.entrySet().stream()
          .map(each -> encode("metadata[" + each.getKey() + "]") + "=" + encode(each.getValue()))
          .collect(Collectors.joining("&"));
      HttpRequest request = HttpRequest.newBuilder(URI.create(env("API_URL") + "/media/" + id))
          .header("Authorization", "Bearer " + env("API_KEY"))
          .header("Content-Type", "application/x-www-form-urlencoded")
          .method("PATCH", HttpRequest.BodyPublishers.ofString(form)).build();
      int status = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 200) throw new IllegalStateException("status " + status);
      return new Said(List.of(id), true);
    }
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static void take(String step, Callable<Said> run) {
    String rest;
    try {
      Said said = run.call();
      String ids = said.ids().stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(","));
      rest = "\"ids\":[" + ids + "],\"recipe\":" + said.recipe();
    } catch (Exception error) {
      String text = String.valueOf(error.getMessage()).replaceAll("[\"\\\\\\p{Cntrl}]", " ");
      rest = "\"ids\":[],\"error\":\"" + text.substring(0, Math.min(300, text.length())) + "\"";
    }
    System.out.println("{\"step\":\"" + step + "\"," + rest + "}");
  }
}
