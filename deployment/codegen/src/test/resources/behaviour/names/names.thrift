namespace java org.acme.names

// Everything that generated code might trip over.
struct Words {
  1: string abstract
  2: string assert
  3: string boolean
  4: string break
  5: string byte
  6: string case
  7: string catch
  8: string char
  9: string class
  10: string const
  11: string continue
  12: string default
  13: string do
  14: string double
  15: string else
  16: string enum
  17: string extends
  18: string final
  19: string finally
  20: string float
  21: string for
  22: string goto
  23: string if
  24: string implements
  25: string import
  26: string instanceof
  27: string int
  28: string interface
  29: string long
  30: string native
  31: string new
  32: string package
  33: string private
  34: string protected
  35: string public
  36: string return
  37: string short
  38: string static
  39: string strictfp
  40: string super
  41: string switch
  42: string synchronized
  43: string this
  44: string throw
  45: string throws
  46: string transient
  47: string try
  48: string void
  49: string volatile
  50: string while
  51: string true
  52: string false
  53: string null
  54: string _
  55: string exports
  56: string module
  57: string open
  58: string opens
  59: string permits
  60: string provides
  61: string record
  62: string requires
  63: string sealed
  64: string to
  65: string transitive
  66: string uses
  67: string var
  68: string when
  69: string with
  70: string yield
  71: string clone
  72: string equals
  73: string finalize
  74: string getClass
  75: string hashCode
  76: string notify
  77: string notifyAll
  78: string toString
  79: string wait
  80: string addSuppressed
  81: string fillInStackTrace
  82: string getCause
  83: string getLocalizedMessage
  84: string getMessage
  85: string getStackTrace
  86: string getSuppressed
  87: string initCause
  88: string printStackTrace
  89: string setStackTrace
  90: string builder
  91: string toBuilder
  92: string build
  93: string CODEC
  94: string in
  95: string out
  96: string field
  97: string value
  98: string read
  99: string slots
  100: string java
  101: string javax
  102: string io
  103: string org
  104: string acme
  105: string name
  106: string number
  107: string place
  108: string size
  109: string list
  110: string set
  111: string map
  112: string element
  113: string entry
  114: string i
  115: string key
  116: string success
  117: string failure
  118: string declared
  119: string stub
  120: string options
  121: string from
  122: string bean
  123: string arguments
  124: string of
  125: string copy
  126: string String
  127: string DEFAULT_NAME
  128: string METHODS
  129: string type
  130: string serve
  131: string client
}

exception WordsException {
  1: string abstract
  2: string assert
  3: string boolean
  4: string break
  5: string byte
  6: string case
  7: string catch
  8: string char
  9: string class
  10: string const
  11: string continue
  12: string default
  13: string do
  14: string double
  15: string else
  16: string enum
  17: string extends
  18: string final
  19: string finally
  20: string float
  21: string for
  22: string goto
  23: string if
  24: string implements
  25: string import
  26: string instanceof
  27: string int
  28: string interface
  29: string long
  30: string native
  31: string new
  32: string package
  33: string private
  34: string protected
  35: string public
  36: string return
  37: string short
  38: string static
  39: string strictfp
  40: string super
  41: string switch
  42: string synchronized
  43: string this
  44: string throw
  45: string throws
  46: string transient
  47: string try
  48: string void
  49: string volatile
  50: string while
  51: string true
  52: string false
  53: string null
  54: string _
  55: string exports
  56: string module
  57: string open
  58: string opens
  59: string permits
  60: string provides
  61: string record
  62: string requires
  63: string sealed
  64: string to
  65: string transitive
  66: string uses
  67: string var
  68: string when
  69: string with
  70: string yield
  71: string clone
  72: string equals
  73: string finalize
  74: string getClass
  75: string hashCode
  76: string notify
  77: string notifyAll
  78: string toString
  79: string wait
  80: string addSuppressed
  81: string fillInStackTrace
  82: string getCause
  83: string getLocalizedMessage
  84: string getMessage
  85: string getStackTrace
  86: string getSuppressed
  87: string initCause
  88: string printStackTrace
  89: string setStackTrace
  90: string builder
  91: string toBuilder
  92: string build
  93: string CODEC
  94: string in
  95: string out
  96: string field
  97: string value
  98: string read
  99: string slots
  100: string java
  101: string javax
  102: string io
  103: string org
  104: string acme
  105: string name
  106: string number
  107: string place
  108: string size
  109: string list
  110: string set
  111: string map
  112: string element
  113: string entry
  114: string i
  115: string key
  116: string success
  117: string failure
  118: string declared
  119: string stub
  120: string options
  121: string from
  122: string bean
  123: string arguments
  124: string of
  125: string copy
  126: string String
  127: string DEFAULT_NAME
  128: string METHODS
  129: string type
  130: string serve
  131: string client
}

struct String { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct List { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Set { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Map { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Uni { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Builder { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Codec { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Slots { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Client { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Blocking { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct BlockingClient { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Object { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Override { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Integer { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Long { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Short { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Byte { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Boolean { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Double { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Void { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Enum { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Record { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Objects { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Generated { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct NullMarked { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Nullable { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Binary { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct StructCodec { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct ResultCodec { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct BinaryReader { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct BinaryWriter { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct ThriftType { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct ThriftMethod { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct ThriftException { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct ThriftService { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct ThriftStub { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct DeclaredException { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct ServerMethod { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct IdlFile { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct StructDescriptor { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct EnumDescriptor { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct ServiceDescriptor { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct NamesIdl { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct ServiceDefinition { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct CallOptions { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct ClientMethod { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct ImmutableList { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct ImmutableSet { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct ImmutableMap { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Class { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Throwable { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct RuntimeException { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct IllegalStateException { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct IllegalArgumentException { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct SuppressWarnings { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct UUID { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct ReactiveClient { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct AwaitingClient { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Character { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Math { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Iterable { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Exception { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct StringBuilder { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct Deprecated { 1: required string name, 2: list<string> list, 3: optional i64 number }
struct EnumDesc { 1: required string name, 2: list<string> list, 3: optional i64 number }

enum WordsEnum {
  abstract
  assert
  boolean
  break
  byte
  case
  catch
  char
  class
  const
  continue
  default
  do
  double
  else
  enum
  extends
  final
  finally
  float
  for
  goto
  if
  implements
  import
  instanceof
  int
  interface
  long
  native
  new
  package
  private
  protected
  public
  return
  short
  static
  strictfp
  super
  switch
  synchronized
  this
  throw
  throws
  transient
  try
  void
  volatile
  while
  true
  false
  null
  _
  exports
  module
  open
  opens
  permits
  provides
  record
  requires
  sealed
  to
  transitive
  uses
  var
  when
  with
  yield
  number
  UNRECOGNIZED
  String
  of
  values
  valueOf
  name
  ordinal
  IllegalStateException
  Override
}

struct AllTypes {
  1: String field_String
  2: List field_List
  3: Set field_Set
  4: Map field_Map
  5: Uni field_Uni
  6: Builder field_Builder
  7: Codec field_Codec
  8: Slots field_Slots
  9: Client field_Client
  10: Blocking field_Blocking
  11: BlockingClient field_BlockingClient
  12: Object field_Object
  13: Override field_Override
  14: Integer field_Integer
  15: Long field_Long
  16: Short field_Short
  17: Byte field_Byte
  18: Boolean field_Boolean
  19: Double field_Double
  20: Void field_Void
  21: Enum field_Enum
  22: Record field_Record
  23: Objects field_Objects
  24: Generated field_Generated
  25: NullMarked field_NullMarked
  26: Nullable field_Nullable
  27: Binary field_Binary
  28: StructCodec field_StructCodec
  29: ResultCodec field_ResultCodec
  30: BinaryReader field_BinaryReader
  31: BinaryWriter field_BinaryWriter
  32: ThriftType field_ThriftType
  33: ThriftMethod field_ThriftMethod
  34: ThriftException field_ThriftException
  35: ThriftService field_ThriftService
  36: ThriftStub field_ThriftStub
  37: DeclaredException field_DeclaredException
  38: ServerMethod field_ServerMethod
  39: ServiceDefinition field_ServiceDefinition
  40: CallOptions field_CallOptions
  41: ClientMethod field_ClientMethod
  42: ImmutableList field_ImmutableList
  43: ImmutableSet field_ImmutableSet
  44: ImmutableMap field_ImmutableMap
  45: Class field_Class
  46: Throwable field_Throwable
  47: RuntimeException field_RuntimeException
  48: IllegalStateException field_IllegalStateException
  49: IllegalArgumentException field_IllegalArgumentException
  50: SuppressWarnings field_SuppressWarnings
  51: UUID field_UUID
  52: ReactiveClient field_ReactiveClient
  53: AwaitingClient field_AwaitingClient
  54: Character field_Character
  55: Math field_Math
  56: Iterable field_Iterable
  57: Exception field_Exception
  58: StringBuilder field_StringBuilder
  59: Deprecated field_Deprecated
  60: EnumDesc field_EnumDesc
  61: list<String> strings
  62: map<string, List> lists
  63: WordsEnum words = WordsEnum.class
  64: optional set<uuid> uuids
  65: binary bytes
  66: required bool flag
  67: list<list<map<Set, Map>>> deep
  68: String preset = {"name": "x"}
  69: set<binary> sets = ["a"], 70: map<i32, list<i64>> maps = {1: [2]}
}

exception Error { 1: String message, 2: list<Exception> causes }

struct foo_bar {}
struct FooBaz {}
struct FOOBAZ {}
struct var {}
struct _ {}
struct _1 { 1: required _1x _1 }
struct _1x {}

const list<string> String = ['String']
const list<string> List = ['List']
const list<string> ImmutableList = ['ImmutableList']
const list<string> Double = ['Double']
const list<string> Binary = ['Binary']
const list<string> UUID = ['UUID']
const list<string> io = ['io']
const list<string> org = ['org']
const list<string> java = ['java']
const list<string> class = ['class']
const list<string> Map = ['Map']
const list<string> ImmutableMap = ['ImmutableMap']
const list<string> WordsEnum = ['WordsEnum']
const double Endless = 1e999
const binary BINARY = 'b'
const uuid ID = '12345678-9abc-def0-1234-56789abcdef0'
const WordsEnum WORD = WordsEnum.String
const map<string, map<string, String>> NESTED = {'a': {'b': {'name': 'x'}}}

service word_service {
  string abstract(1: string abstract)
  string assert(1: string assert)
  string boolean(1: string boolean)
  string break(1: string break)
  string byte(1: string byte)
  string case(1: string case)
  string catch(1: string catch)
  string char(1: string char)
  string class(1: string class)
  string const(1: string const)
  string continue(1: string continue)
  string default(1: string default)
  string do(1: string do)
  string double(1: string double)
  string else(1: string else)
  string enum(1: string enum)
  string extends(1: string extends)
  string final(1: string final)
  string finally(1: string finally)
  string float(1: string float)
  string for(1: string for)
  string goto(1: string goto)
  string if(1: string if)
  string implements(1: string implements)
  string import(1: string import)
  string instanceof(1: string instanceof)
  string int(1: string int)
  string interface(1: string interface)
  string long(1: string long)
  string native(1: string native)
  string new(1: string new)
  string package(1: string package)
  string private(1: string private)
  string protected(1: string protected)
  string public(1: string public)
  string return(1: string return)
  string short(1: string short)
  string static(1: string static)
  string strictfp(1: string strictfp)
  string super(1: string super)
  string switch(1: string switch)
  string synchronized(1: string synchronized)
  string this(1: string this)
  string throw(1: string throw)
  string throws(1: string throws)
  string transient(1: string transient)
  string try(1: string try)
  string void(1: string void)
  string volatile(1: string volatile)
  string while(1: string while)
  string true(1: string true)
  string false(1: string false)
  string null(1: string null)
  string _(1: string _)
  string exports(1: string exports)
  string module(1: string module)
  string open(1: string open)
  string opens(1: string opens)
  string permits(1: string permits)
  string provides(1: string provides)
  string record(1: string record)
  string requires(1: string requires)
  string sealed(1: string sealed)
  string to(1: string to)
  string transitive(1: string transitive)
  string uses(1: string uses)
  string var(1: string var)
  string when(1: string when)
  string with(1: string with)
  string yield(1: string yield)
  string clone(1: string clone)
  string equals(1: string equals)
  string finalize(1: string finalize)
  string getClass(1: string getClass)
  string hashCode(1: string hashCode)
  string notify(1: string notify)
  string notifyAll(1: string notifyAll)
  string toString(1: string toString)
  string wait(1: string wait)
  string addSuppressed(1: string addSuppressed)
  string fillInStackTrace(1: string fillInStackTrace)
  string getCause(1: string getCause)
  string getLocalizedMessage(1: string getLocalizedMessage)
  string getMessage(1: string getMessage)
  string getStackTrace(1: string getStackTrace)
  string getSuppressed(1: string getSuppressed)
  string initCause(1: string initCause)
  string printStackTrace(1: string printStackTrace)
  string setStackTrace(1: string setStackTrace)
  string builder(1: string builder)
  string toBuilder(1: string toBuilder)
  string build(1: string build)
  string CODEC(1: string CODEC)
  string in(1: string in)
  string out(1: string out)
  string field(1: string field)
  string value(1: string value)
  string read(1: string read)
  string slots(1: string slots)
  string java(1: string java)
  string javax(1: string javax)
  string io(1: string io)
  string org(1: string org)
  string acme(1: string acme)
  string name(1: string name)
  string number(1: string number)
  string place(1: string place)
  string size(1: string size)
  string list(1: string list)
  string set(1: string set)
  string map(1: string map)
  string element(1: string element)
  string entry(1: string entry)
  string i(1: string i)
  string key(1: string key)
  string success(1: string success)
  string failure(1: string failure)
  string declared(1: string declared)
  string stub(1: string stub)
  string options(1: string options)
  string from(1: string from)
  string bean(1: string bean)
  string arguments(1: string arguments)
  string of(1: string of)
  string copy(1: string copy)
  string String(1: string String)
  string DEFAULT_NAME(1: string DEFAULT_NAME)
  string METHODS(1: string METHODS)
  string type(1: string type)
  string serve(1: string serve)
  string client(1: string client)
  string getURL()
  string getUrl()
  void reactiveClient_()
  void RESULT()
}

service TypesService {
  String giveString(1: String given, 2: list<String> more) throws (1: Error error)
  List giveList(1: List given, 2: list<List> more) throws (1: Error error)
  Set giveSet(1: Set given, 2: list<Set> more) throws (1: Error error)
  Map giveMap(1: Map given, 2: list<Map> more) throws (1: Error error)
  Uni giveUni(1: Uni given, 2: list<Uni> more) throws (1: Error error)
  Builder giveBuilder(1: Builder given, 2: list<Builder> more) throws (1: Error error)
  Codec giveCodec(1: Codec given, 2: list<Codec> more) throws (1: Error error)
  Slots giveSlots(1: Slots given, 2: list<Slots> more) throws (1: Error error)
  Client giveClient(1: Client given, 2: list<Client> more) throws (1: Error error)
  Blocking giveBlocking(1: Blocking given, 2: list<Blocking> more) throws (1: Error error)
  BlockingClient giveBlockingClient(1: BlockingClient given, 2: list<BlockingClient> more) throws (1: Error error)
  Object giveObject(1: Object given, 2: list<Object> more) throws (1: Error error)
  Override giveOverride(1: Override given, 2: list<Override> more) throws (1: Error error)
  Integer giveInteger(1: Integer given, 2: list<Integer> more) throws (1: Error error)
  Long giveLong(1: Long given, 2: list<Long> more) throws (1: Error error)
  Short giveShort(1: Short given, 2: list<Short> more) throws (1: Error error)
  Byte giveByte(1: Byte given, 2: list<Byte> more) throws (1: Error error)
  Boolean giveBoolean(1: Boolean given, 2: list<Boolean> more) throws (1: Error error)
  Double giveDouble(1: Double given, 2: list<Double> more) throws (1: Error error)
  Void giveVoid(1: Void given, 2: list<Void> more) throws (1: Error error)
  Enum giveEnum(1: Enum given, 2: list<Enum> more) throws (1: Error error)
  Record giveRecord(1: Record given, 2: list<Record> more) throws (1: Error error)
  Objects giveObjects(1: Objects given, 2: list<Objects> more) throws (1: Error error)
  Generated giveGenerated(1: Generated given, 2: list<Generated> more) throws (1: Error error)
  NullMarked giveNullMarked(1: NullMarked given, 2: list<NullMarked> more) throws (1: Error error)
  Nullable giveNullable(1: Nullable given, 2: list<Nullable> more) throws (1: Error error)
  Binary giveBinary(1: Binary given, 2: list<Binary> more) throws (1: Error error)
  StructCodec giveStructCodec(1: StructCodec given, 2: list<StructCodec> more) throws (1: Error error)
  ResultCodec giveResultCodec(1: ResultCodec given, 2: list<ResultCodec> more) throws (1: Error error)
  BinaryReader giveBinaryReader(1: BinaryReader given, 2: list<BinaryReader> more) throws (1: Error error)
  BinaryWriter giveBinaryWriter(1: BinaryWriter given, 2: list<BinaryWriter> more) throws (1: Error error)
  ThriftType giveThriftType(1: ThriftType given, 2: list<ThriftType> more) throws (1: Error error)
  ThriftMethod giveThriftMethod(1: ThriftMethod given, 2: list<ThriftMethod> more) throws (1: Error error)
  ThriftException giveThriftException(1: ThriftException given, 2: list<ThriftException> more) throws (1: Error error)
  ThriftService giveThriftService(1: ThriftService given, 2: list<ThriftService> more) throws (1: Error error)
  ThriftStub giveThriftStub(1: ThriftStub given, 2: list<ThriftStub> more) throws (1: Error error)
  DeclaredException giveDeclaredException(1: DeclaredException given, 2: list<DeclaredException> more) throws (1: Error error)
  ServerMethod giveServerMethod(1: ServerMethod given, 2: list<ServerMethod> more) throws (1: Error error)
  ServiceDefinition giveServiceDefinition(1: ServiceDefinition given, 2: list<ServiceDefinition> more) throws (1: Error error)
  CallOptions giveCallOptions(1: CallOptions given, 2: list<CallOptions> more) throws (1: Error error)
  ClientMethod giveClientMethod(1: ClientMethod given, 2: list<ClientMethod> more) throws (1: Error error)
  ImmutableList giveImmutableList(1: ImmutableList given, 2: list<ImmutableList> more) throws (1: Error error)
  ImmutableSet giveImmutableSet(1: ImmutableSet given, 2: list<ImmutableSet> more) throws (1: Error error)
  ImmutableMap giveImmutableMap(1: ImmutableMap given, 2: list<ImmutableMap> more) throws (1: Error error)
  Class giveClass(1: Class given, 2: list<Class> more) throws (1: Error error)
  Throwable giveThrowable(1: Throwable given, 2: list<Throwable> more) throws (1: Error error)
  RuntimeException giveRuntimeException(1: RuntimeException given, 2: list<RuntimeException> more) throws (1: Error error)
  IllegalStateException giveIllegalStateException(1: IllegalStateException given, 2: list<IllegalStateException> more) throws (1: Error error)
  IllegalArgumentException giveIllegalArgumentException(1: IllegalArgumentException given, 2: list<IllegalArgumentException> more) throws (1: Error error)
  SuppressWarnings giveSuppressWarnings(1: SuppressWarnings given, 2: list<SuppressWarnings> more) throws (1: Error error)
  UUID giveUUID(1: UUID given, 2: list<UUID> more) throws (1: Error error)
  ReactiveClient giveReactiveClient(1: ReactiveClient given, 2: list<ReactiveClient> more) throws (1: Error error)
  AwaitingClient giveAwaitingClient(1: AwaitingClient given, 2: list<AwaitingClient> more) throws (1: Error error)
  Character giveCharacter(1: Character given, 2: list<Character> more) throws (1: Error error)
  Math giveMath(1: Math given, 2: list<Math> more) throws (1: Error error)
  Iterable giveIterable(1: Iterable given, 2: list<Iterable> more) throws (1: Error error)
  Exception giveException(1: Exception given, 2: list<Exception> more) throws (1: Error error)
  StringBuilder giveStringBuilder(1: StringBuilder given, 2: list<StringBuilder> more) throws (1: Error error)
  Deprecated giveDeprecated(1: Deprecated given, 2: list<Deprecated> more) throws (1: Error error)
  EnumDesc giveEnumDesc(1: EnumDesc given, 2: list<EnumDesc> more) throws (1: Error error)
  Client Blocking_method(1: Blocking Client, 2: BlockingClient Blocking)
}
struct CODEC { 1: optional CODEC next, 2: list<CODEC> more }
service CODEC_service { CODEC giveCODEC(1: CODEC given) }
service Uni_service extends word_service { void ownUni_service() }
service Blockings extends TypesService { void ownBlockings() }
struct Deep { 1: i32 number }
struct twins { 1: required string first_name, 2: required string firstName, 3: i32 id, 4: i32 ID }
struct Twins { 1: twins others }
struct MoreTwinsDefinition { 1: i32 number }
const twins TWINS = {"first_name": "a", "firstName": "b", "ID": 4}
service TwinMethods { string get_user(1: string id, 2: string ID), string getUser(1: i32 id) }
service MoreTwins extends TwinMethods { string GetUser() }
