import CacheEngine
import Keyspace
